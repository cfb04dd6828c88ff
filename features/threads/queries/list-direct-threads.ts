import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import type { listDirectThreads as contract } from '../contract/threads.ts'
import { listedThreads, newestFirst } from './listed-threads.ts'

/** The direct threads that the reader is in, newest activity first, in one statement. */
export async function listDirectThreads(ctx: Context, { after, limit }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const ownDirect = ctx.db
    .selectFrom('space_members as within')
    .innerJoin('spaces', (join) => join.onRef('spaces.workspace_id', '=', 'within.workspace_id').onRef('spaces.id', '=', 'within.space_id'))
    .where('within.workspace_id', '=', ctx.workspaceId)
    .where('within.person_id', '=', ctx.personId)
    .where('spaces.direct', '=', true)
    .select('spaces.id')
  return listedThreads(ctx, { chosen: newestFirst(ctx, { after, limit }).where('space_id', 'in', ownDirect), limit })
}
