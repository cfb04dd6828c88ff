import type { Database } from '#platform/sql/database.ts'

const AT_ONCE = 50

/** The urgent asks whose next page is due, by when it is. */
export async function duePagings(db: Database, { workspaceId, due }: { workspaceId: number; due: Temporal.Instant }): Promise<string[]> {
  const rows = await db
    .selectFrom('pagings')
    .where('workspace_id', '=', workspaceId)
    .where('next_at', '<=', due)
    .orderBy('next_at')
    .orderBy('ask_id')
    .limit(AT_ONCE)
    .select('ask_id')
    .execute()
  return rows.map((row) => row.ask_id)
}
