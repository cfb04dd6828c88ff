// oxlint-disable house/commands-record -- what was being written concerned nobody
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { DRAFT_DAYS } from '../rules/drafts.ts'

interface Broom {
  readonly db: Database
  readonly workspaceId: number
  readonly due: Temporal.Instant
}

/** Deletes drafts to which nothing has happened for a year. Returns how many. */
export async function sweepDrafts({ db, workspaceId, due }: Broom): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from drafts where workspace_id = ${workspaceId} and written_at <= ${due.subtract({ hours: 24 * DRAFT_DAYS })}
  `.execute(db)
  return Number(numAffectedRows ?? 0)
}
