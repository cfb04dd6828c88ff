import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** When the next push is due to be sent; null when none waits. */
export async function nextPush(db: Database, workspaceId: number): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('pushes')
    .where('workspace_id', '=', workspaceId)
    .where('state', 'in', [sql.lit('queued'), sql.lit('sending')])
    .select('next_attempt_at')
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_attempt_at ?? null
}

/** Pushes that are due, the longest waiting first, and of one device's the first only: its next leaves when it is known how that ended. */
export async function duePushes(
  db: Database,
  workspaceId: number,
  { due, limit }: { due: Temporal.Instant; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      select distinct on (device_id) id, next_attempt_at from pushes
      where workspace_id = ${workspaceId} and state in ('queued', 'sending') and next_attempt_at <= ${due}
      order by device_id, next_attempt_at
    ) first order by next_attempt_at limit ${limit}
  `.execute(db)
  return rows.map(({ id }) => id)
}
