import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import { claimName } from '#features/workspace/commands/claim-name.ts'
import type { makeSpace as contract, Space } from '../contract/space.ts'
import type { SpaceMade } from '../events.ts'
import { mayMakeSpace } from '../policy.ts'
import { getSpace } from '../queries/get-space.ts'
import { notForGuests } from '../rules/failures.ts'

/** Makes a space with the actor as its first member. Throws 403 for guests, and `name.taken`. */
export async function makeSpace(
  ctx: Context,
  { slug, name, purpose, visibility, respondWithin }: InputOf<typeof contract>,
): Promise<Space> {
  if (!mayMakeSpace(ctx)) throw notForGuests()
  const { workspaceId, personId, now } = ctx
  return transact(ctx, async (tx) => {
    await claimName(tx, ctx, { name: slug, kind: 'space', path: 'slug' })
    const id = newId(now)
    await tx
      .insertInto('spaces')
      .values({
        workspace_id: workspaceId,
        id,
        slug,
        name,
        purpose,
        visibility,
        respond_within: respondWithin,
        created_by: personId,
        created_at: now,
      })
      .execute()
    await tx
      .insertInto('space_members')
      .values({ workspace_id: workspaceId, space_id: id, person_id: personId, added_by: personId, joined_at: now })
      .execute()
    await record(tx, ctx, {
      type: 'space.made',
      placeId: id,
      subject: { spaceId: id, direct: false } satisfies SpaceMade['subject'],
      audited: true,
    })
    return getSpace({ ...ctx, db: tx }, { slug: id })
  })
}
