// oxlint-disable house/commands-record -- what is swept away had ended by itself
import { sql } from 'kysely'
import { forgetAttempts } from '#platform/limits/attempts.ts'
import type { Database } from '#platform/sql/database.ts'

interface Broom {
  readonly db: Database
  readonly workspaceId: number
  readonly due: Temporal.Instant
}

/** Deletes sessions and tokens that have expired, and counts of attempts that no limit looks at any more. Returns how many rows. */
export async function sweepSignIn({ db, workspaceId, due }: Broom): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with ended_sessions as (delete from sessions where workspace_id = ${workspaceId} and expires_at <= ${due} returning 1),
      ended_tokens as (delete from tokens where workspace_id = ${workspaceId} and expires_at <= ${due} returning 1)
    select (select count(*) from ended_sessions) + (select count(*) from ended_tokens) as count
  `.execute(db)
  const attempts = await forgetAttempts({ db, workspaceId, now: due })
  return attempts + (rows[0]?.count ?? 0)
}
