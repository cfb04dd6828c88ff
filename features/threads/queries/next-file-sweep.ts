import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { KEPT_HOURS } from '../rules/uploads.ts'

/** When a file is next to be taken away: as soon as it is discarded, or when it has been in no post for a day. */
export async function nextFileSweep({
  db,
  workspaceId,
}: {
  readonly db: Database
  readonly workspaceId: number
}): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select least(
      (select min(discarded_at) from discarded_files where workspace_id = ${workspaceId}),
      (select min(created_at) + make_interval(hours => ${KEPT_HOURS}) from files where workspace_id = ${workspaceId} and not posted)
    ) as at
  `.execute(db)
  return rows[0]?.at ?? null
}
