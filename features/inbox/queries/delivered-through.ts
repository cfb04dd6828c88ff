import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { resolvedCalendar } from '#features/availability/access/calendars.ts'
import { takesNoDigests } from '../rules/levels.ts'

interface Row {
  readonly through: number | null
  readonly version: number | null
  readonly calendar: unknown
  /** How far the workspace has come. */
  readonly position: number | null
}

/** Up to which position everything was delivered to the reader; to those who take no digests all of it is. 0 before their reckoning begins. */
export async function deliveredThrough({ db, workspaceId, personId, now }: Context): Promise<number> {
  const { rows } = await sql<Row>`
    select floor.delivered_through as through, c.version, c.calendar,
      (select value from counters where workspace_id = ${workspaceId} and name = 'position') as position
    from read_floors floor
    left join calendars c on c.workspace_id = floor.workspace_id and c.person_id = floor.person_id
    where floor.workspace_id = ${workspaceId} and floor.person_id = ${personId}
  `.execute(db)
  const [row] = rows
  if (!row) return 0
  const { through, position, version, calendar } = row
  const isAtOnce = version !== null && takesNoDigests(resolvedCalendar(workspaceId, personId, { version, calendar }), now.epochMilliseconds)
  return (isAtOnce ? position : through) ?? 0
}
