import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { Calendar } from '../contract/calendar.ts'
import { type Resolved, resolve } from '../rules/resolve.ts'

const KEPT = 5_000
const kept = new Map<string, { version: number; resolved: Resolved }>()

/** The calendars of these people, resolved; one kept for each person until a newer version is seen. People without one are absent. */
export async function resolvedCalendars(
  db: Database | Tx,
  workspaceId: number,
  personIds: readonly string[],
): Promise<Map<string, Resolved>> {
  if (personIds.length === 0) return new Map()
  const rows = await calendarsOf(db, { workspaceId, personIds: [...new Set(personIds)] })
  return new Map(rows.map((row) => [row.person_id, resolvedCalendar(workspaceId, row.person_id, row)]))
}

const calendarsOf = statementOnce(({ workspaceId, personIds }: { workspaceId: number; personIds: readonly string[] }, from) =>
  from
    .selectFrom('calendars')
    .select(['person_id', 'version', 'calendar'])
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', sql<string>`any(${personIds}::uuid[])`),
)

/** What of `calendars` one is resolved from. */
export interface StoredCalendar {
  readonly version: number
  readonly calendar: unknown
}

/** A calendar that came along with other rows, resolved; kept as by `resolvedCalendars`. */
export function resolvedCalendar(workspaceId: number, personId: string, { version, calendar }: StoredCalendar): Resolved {
  const key = `${workspaceId}:${personId}`
  const known = kept.get(key)
  if (known?.version === version) return known.resolved
  // What is stored was parsed by the contract before it was written.
  const resolved = resolve(calendar as Calendar)
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, { version, resolved })
  return resolved
}
