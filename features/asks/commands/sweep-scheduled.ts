// oxlint-disable house/commands-record -- what has left recorded its own facts
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { KEPT_DAYS, SENT_DAYS } from '../rules/sending.ts'

interface Broom {
  readonly db: Database
  readonly workspaceId: number
  readonly due: Temporal.Instant
}

/** Forgets what left a month ago, and deletes what could not leave and lay for a year. Returns how many. */
export async function sweepScheduled({ db, workspaceId, due }: Broom): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from scheduled where workspace_id = ${workspaceId}
      and ((state = 'sent' and send_at <= ${due.subtract({ hours: 24 * SENT_DAYS })}) or (state = 'kept' and send_at <= ${due.subtract({ hours: 24 * KEPT_DAYS })}))
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
