import { requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockRotation } from '../access/rotations.ts'
import type { addRotationMember as contract, Rotation } from '../contract/rotations.ts'
import type { RotationMemberAdded } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { getRotation } from '../queries/get-rotation.ts'
import { isDeactivated, isGuest, notYours } from '../rules/rotations.ts'

/** Brings somebody into a rotation. Who is a member already stays one, and nothing is recorded. */
export async function addRotationMember(ctx: Context, { slug, handle }: InputOf<typeof contract>): Promise<Rotation> {
  const { workspaceId, personId, now } = ctx
  return transact(ctx, async (tx) => {
    const rotation = await lockRotation(tx, ctx, slug)
    const person = await requirePerson(tx, ctx, handle)
    if (!mayChangeRotation(ctx, rotation)) throw notYours()
    if (person.deactivated) throw isDeactivated(person.name)
    if (person.role === 'guest') throw isGuest(person.name)
    const added = await tx
      .insertInto('rotation_members')
      .values({ workspace_id: workspaceId, rotation_id: rotation.id, person_id: person.id, added_by: personId, joined_at: now })
      .onConflict((already) => already.doNothing())
      .returning('person_id')
      .executeTakeFirst()
    const subject = { rotationId: rotation.id, memberId: person.id } satisfies RotationMemberAdded['subject']
    if (added) await record(tx, ctx, { type: 'rotation.member_added', subject })
    return getRotation({ ...ctx, db: tx }, { slug: rotation.id })
  })
}
