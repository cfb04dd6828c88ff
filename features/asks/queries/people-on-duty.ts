import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { isWorking } from '#features/availability/rules/reach.ts'
import { readersAmong } from '#features/spaces/access.ts'
import type { OnDuty } from '../rules/paging.ts'

interface Duty {
  readonly workspaceId: number
  readonly rotationId: string
  /** Where the ask stands: only who may read it is paged. */
  readonly spaceId: string
  readonly askerId: string
  readonly now: Temporal.Instant
}

/** Who could be paged now about an ask: everybody on shift and every member of the rotation, the asker aside. Three statements, however many people. */
export async function peopleOnDuty(tx: Tx, { workspaceId, rotationId, spaceId, askerId, now }: Duty): Promise<OnDuty[]> {
  const { rows } = await sql<Omit<OnDuty, 'working'>>`
    select p.id as "personId", p.handle, turn.layer from people p
    left join lateral (
      select min(s.layer) as layer from shifts s
      where s.workspace_id = p.workspace_id and s.rotation_id = ${rotationId} and s.person_id = p.id and s.starts_at <= ${now} and s.ends_at > ${now}
    ) turn on true
    where p.workspace_id = ${workspaceId} and p.id <> ${askerId} and (turn.layer is not null or exists (
      select from rotation_members m where m.workspace_id = p.workspace_id and m.rotation_id = ${rotationId} and m.person_id = p.id))
  `.execute(tx)
  const personIds = rows.map(({ personId }) => personId)
  const readers = await readersAmong(tx, { workspaceId, spaceId, personIds })
  const calendars = await resolvedCalendars(tx, workspaceId, personIds)
  return rows
    .filter(({ personId }) => readers.has(personId))
    .map((row) => {
      const calendar = calendars.get(row.personId)
      return { ...row, working: calendar !== undefined && isWorking(calendar, now.epochMilliseconds) }
    })
}
