// oxlint-disable house/commands-record -- a moment put off is the machine's own housekeeping
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

interface Postponed {
  readonly workspaceId: number
  readonly personId: string
  readonly due: Temporal.Instant
  readonly until: Temporal.Instant
}

/** Puts off a moment that could not be delivered, as it is. */
export async function postponeMoment(db: Database, { workspaceId, personId, due, until }: Postponed): Promise<void> {
  await sql`
    with old as (
      delete from delivery_moments where workspace_id = ${workspaceId} and person_id = ${personId} and due_at = ${due} returning kind
    )
    insert into delivery_moments (workspace_id, person_id, due_at, kind) select ${workspaceId}::integer, ${personId}::uuid, ${until}::timestamptz, kind from old
    on conflict (workspace_id, person_id, due_at) do update set kind = excluded.kind where excluded.kind = 'digest'
  `.execute(db)
}
