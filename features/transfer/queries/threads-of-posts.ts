import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'

/** The threads that these posts stand in. */
export async function threadsOfPosts(tx: Tx, workspaceId: number, postIds: readonly string[]): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('posts')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(postIds))
    .select(['id', 'thread_id'])
    .execute()
  return new Map(rows.map((row) => [row.id, row.thread_id]))
}
