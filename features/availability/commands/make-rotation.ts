import { claimName } from '#features/workspace/commands/claim-name.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import type { makeRotation as contract, Rotation } from '../contract/rotations.ts'
import type { RotationMade } from '../events.ts'
import { mayMakeRotation } from '../policy.ts'
import { getRotation } from '../queries/get-rotation.ts'
import { notForGuests } from '../rules/rotations.ts'

/** Makes a rotation with the actor as its first member. Throws 403 for guests, and `name.taken`. */
export async function makeRotation(ctx: Context, { slug, name, purpose, escalateAfter }: InputOf<typeof contract>): Promise<Rotation> {
  if (!mayMakeRotation(ctx)) throw notForGuests()
  const { workspaceId, personId, now } = ctx
  return transact(ctx, async (tx) => {
    await claimName(tx, ctx, { name: slug, kind: 'rotation', path: 'slug' })
    const id = newId(now)
    const made = { created_by: personId, created_at: now }
    await tx
      .insertInto('rotations')
      .values({ workspace_id: workspaceId, id, slug, name, purpose, escalate_after: escalateAfter, ...made })
      .execute()
    await tx
      .insertInto('rotation_members')
      .values({ workspace_id: workspaceId, rotation_id: id, person_id: personId, added_by: personId, joined_at: now })
      .execute()
    await record(tx, ctx, { type: 'rotation.made', subject: { rotationId: id } satisfies RotationMade['subject'] })
    return getRotation({ ...ctx, db: tx }, { slug: id })
  })
}
