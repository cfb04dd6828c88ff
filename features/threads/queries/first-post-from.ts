import type { Context } from '#platform/context.ts'

/** The seq of the first post of a thread written at an instant or after it; null when there is none. */
export async function firstPostFrom(
  { db, workspaceId }: Pick<Context, 'db' | 'workspaceId'>,
  { threadId, at }: { readonly threadId: string; readonly at: string },
): Promise<number | null> {
  const row = await db
    .selectFrom('posts')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', threadId)
    .where('posted_at', '>=', Temporal.Instant.from(at))
    .orderBy('seq')
    .limit(1)
    .select('seq')
    .executeTakeFirst()
  return row?.seq ?? null
}
