// oxlint-disable house/commands-record -- how somebody follows is their own affair, and no fact for others
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireSpace } from '../access.ts'
import type { followSpace as contract, Space } from '../contract/space.ts'
import { getSpace } from '../queries/get-space.ts'

/** Chooses how much of a space reaches the actor, member or not. */
export async function followSpace(ctx: Context, { slug, level }: InputOf<typeof contract>): Promise<Space> {
  return transact(ctx, async (tx) => {
    const space = await requireSpace(tx, ctx, slug)
    const chosen = { level, set_at: ctx.now }
    await tx
      .insertInto('space_follows')
      .values({ workspace_id: ctx.workspaceId, space_id: space.id, person_id: ctx.personId, ...chosen })
      .onConflict((known) => known.columns(['workspace_id', 'space_id', 'person_id']).doUpdateSet(chosen))
      .execute()
    return getSpace({ ...ctx, db: tx }, { slug: space.id })
  })
}
