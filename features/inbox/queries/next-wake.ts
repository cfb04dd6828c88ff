import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** When the next snoozed item comes back; null when none is snoozed. */
export async function nextWake({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('inbox_items')
    .select('snoozed_until')
    .where('workspace_id', '=', workspaceId)
    .where('state', '=', sql.lit('snoozed'))
    .orderBy('snoozed_until')
    .limit(1)
    .executeTakeFirst()
  return row?.snoozed_until ?? null
}
