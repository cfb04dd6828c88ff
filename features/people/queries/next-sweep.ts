import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** When something of sign-in will be there to sweep: the end of the first day (UTC) after it ended; null while there is nothing. */
export async function nextSweep({
  db,
  workspaceId,
}: {
  readonly db: Database
  readonly workspaceId: number
}): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select date_trunc('day', least(
      (select min(expires_at) from sessions where workspace_id = ${workspaceId}),
      (select min(expires_at) from tokens where workspace_id = ${workspaceId}),
      (select min(window_start) + interval '24 hours' from attempts where workspace_id = ${workspaceId})
    ), 'UTC') + interval '24 hours' as at
  `.execute(db)
  return rows[0]?.at ?? null
}
