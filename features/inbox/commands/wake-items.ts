// oxlint-disable house/commands-record -- when somebody sees something again is their own housekeeping
import { sql } from 'kysely'
import { takePosition } from '#platform/events/drain-outbox.ts'
import type { Database } from '#platform/sql/database.ts'

interface Due {
  readonly db: Database
  readonly workspaceId: number
  readonly due: Temporal.Instant
}

/** Opens again what was snoozed until now; behind what was cleared meanwhile. Returns whose it is, with where in the workspace's order it now stands. */
export async function wakeItems({ db, workspaceId, due }: Due): Promise<{ people: string[]; items: number; position: number }> {
  return db.transaction().execute(async (tx) => {
    const position = await takePosition(tx, workspaceId)
    const { rows } = await sql<{ personId: string }>`
      update inbox_items set state = 'open', position = ${position}
      where workspace_id = ${workspaceId} and state = 'snoozed' and snoozed_until <= ${due} returning person_id as "personId"
    `.execute(tx)
    return { people: [...new Set(rows.map(({ personId }) => personId))], items: rows.length, position }
  })
}
