import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { KEPT_DAYS, SENT_DAYS } from '../rules/sending.ts'

interface Place {
  readonly db: Database
  readonly workspaceId: number
}

/** When the next thing is to leave; null when nothing waits. */
export async function nextScheduled({ db, workspaceId }: Place): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select min(send_at) as at from scheduled where workspace_id = ${workspaceId} and state = 'waiting'
  `.execute(db)
  return rows[0]?.at ?? null
}

/** When something that left or was kept will be there to sweep: the end of the day (UTC) on which its time is over; null while there is nothing. */
export async function nextScheduledSweep({ db, workspaceId }: Place): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select date_trunc('day', min(send_at + make_interval(hours => 24 * case state when 'sent' then ${SENT_DAYS}::integer else ${KEPT_DAYS}::integer end)), 'UTC')
      + interval '24 hours' as at
    from scheduled where workspace_id = ${workspaceId} and state <> 'waiting'
  `.execute(db)
  return rows[0]?.at ?? null
}
