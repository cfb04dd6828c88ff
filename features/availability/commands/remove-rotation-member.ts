import { sql } from 'kysely'
import { requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockRotation } from '../access/rotations.ts'
import type { removeRotationMember as contract, Rotation } from '../contract/rotations.ts'
import type { RotationMemberRemoved } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { getRotation } from '../queries/get-rotation.ts'
import { notYours } from '../rules/rotations.ts'

/** Takes somebody out of a rotation, with the shifts that they would still have had. Who is no member stays none. */
export async function removeRotationMember(ctx: Context, { slug, handle }: InputOf<typeof contract>): Promise<Rotation> {
  return transact(ctx, async (tx) => {
    const rotation = await lockRotation(tx, ctx, slug)
    const person = await requirePerson(tx, ctx, handle)
    if (!mayChangeRotation(ctx, rotation)) throw notYours()
    const leaving = { rotationId: rotation.id, memberId: person.id } satisfies RotationMemberRemoved['subject']
    if (await remove(tx, ctx, leaving)) await record(tx, ctx, { type: 'rotation.member_removed', subject: leaving })
    return getRotation({ ...ctx, db: tx }, { slug: rotation.id })
  })
}

async function remove(tx: Tx, { workspaceId, now }: Context, { rotationId, memberId }: RotationMemberRemoved['subject']): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    with cut as (
      update shifts set ends_at = ${now}
      where workspace_id = ${workspaceId} and rotation_id = ${rotationId} and person_id = ${memberId} and starts_at < ${now} and ends_at > ${now}
    ), dropped as (
      delete from shifts where workspace_id = ${workspaceId} and rotation_id = ${rotationId} and person_id = ${memberId} and starts_at >= ${now}
    )
    delete from rotation_members where workspace_id = ${workspaceId} and rotation_id = ${rotationId} and person_id = ${memberId}
  `.execute(tx)
  return numAffectedRows > 0n
}
