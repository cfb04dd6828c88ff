import type { Database } from '#platform/sql/database.ts'

/** When somebody is paged next; null when nobody is. */
export async function nextPage({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const next = await db
    .selectFrom('pagings')
    .where('workspace_id', '=', workspaceId)
    .where('next_at', 'is not', null)
    .orderBy('next_at')
    .limit(1)
    .select('next_at')
    .executeTakeFirst()
  return next?.next_at ?? null
}
