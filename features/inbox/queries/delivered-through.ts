import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { takesNoDigests } from '../rules/levels.ts'

/** Up to which position everything was delivered to the reader; to those who take no digests all of it is. 0 before their reckoning begins. */
export async function deliveredThrough({ db, workspaceId, personId, now }: Context): Promise<number> {
  const calendar = (await resolvedCalendars(db, workspaceId, [personId])).get(personId)
  const atOnce = calendar !== undefined && takesNoDigests(calendar, now.epochMilliseconds)
  const { rows } = await sql<{ through: number | null }>`
    select case when ${atOnce}::boolean then (select value from counters where workspace_id = ${workspaceId} and name = 'position')
      else delivered_through end as through
    from read_floors where workspace_id = ${workspaceId} and person_id = ${personId}
  `.execute(db)
  return rows[0]?.through ?? 0
}
