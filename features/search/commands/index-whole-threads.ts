// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { dropEntries } from './drop-entries.ts'
import { indexPosts } from './index-posts.ts'

/** Makes threads found anew with all their posts: those that were split off, the first of which is found as its thread from then on, and those of another kind now. */
export async function indexWholeThreads(tx: Tx, workspaceId: number, threadIds: readonly string[]): Promise<void> {
  if (threadIds.length === 0) return
  const posts = await tx
    .selectFrom('posts')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', anyOf(threadIds))
    .select(['id', 'seq'])
    .execute()
  const idsOf = (some: typeof posts): string[] => some.map(({ id }) => id)
  await dropEntries(tx, workspaceId, idsOf(posts.filter(({ seq }) => seq === 1)))
  await indexPosts(tx, workspaceId, { threadIds, postIds: idsOf(posts) })
}
