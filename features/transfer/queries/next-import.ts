import { sql } from 'kysely'
import type { JobRun } from '#platform/jobs/job.ts'

export interface DueImport {
  readonly id: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** The import that was started first of those that wait in the server, or were interrupted there. */
export async function nextImport({ db, workspaceId }: Pick<JobRun, 'db' | 'workspaceId'>): Promise<DueImport | null> {
  const { rows } = await sql<DueImport>`
    select id, made_by as by, made_at as at from imports
    where workspace_id = ${workspaceId} and state in ('waiting', 'running') and place = 'server' and failure is null
      and not exists (select from import_stops stop
        where stop.workspace_id = imports.workspace_id and stop.import_id = imports.id and stop.resumed_at is null)
    order by id limit 1
  `.execute(db)
  return rows[0] ?? null
}
