import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { DRAFT_DAYS } from '../rules/drafts.ts'

/** When a draft will be there to sweep: the end of the day (UTC) on which the oldest has lain for a year; null while there is none. */
export async function nextDraftSweep({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select date_trunc('day', min(written_at) + make_interval(hours => 24 * ${DRAFT_DAYS}::integer), 'UTC') + interval '24 hours' as at
    from drafts where workspace_id = ${workspaceId}
  `.execute(db)
  return rows[0]?.at ?? null
}
