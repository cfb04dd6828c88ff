import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from './calendars.ts'
import type { Resolved } from '../rules/resolve.ts'

/** A member of a space who may have its ask: active, reading where it stands, and not who asked. */
export interface Teammate {
  readonly id: string
  readonly handle: string
  readonly name: string
  readonly isGuest: boolean
  readonly resolved: Resolved
}

interface Asked {
  readonly workspaceId: number
  /** The spaces that are asked. */
  readonly teamIds: readonly string[]
  /** The space in which the ask stands; null while that is not known. */
  readonly placeId: string | null
  readonly askerId: string
}

/** Who may have an ask of these spaces, by space, with their calendars; two statements however many there are. */
export async function teammatesOf(db: Database | Tx, { workspaceId, teamIds, placeId, askerId }: Asked): Promise<Map<string, Teammate[]>> {
  if (teamIds.length === 0) return new Map()
  const { rows } = await sql<Omit<Teammate, 'resolved'> & { teamId: string }>`
    select m.space_id as "teamId", p.id, p.handle, p.name, p.role = 'guest' as "isGuest"
    from space_members m
    join people p on p.workspace_id = m.workspace_id and p.id = m.person_id
    join spaces place on place.workspace_id = m.workspace_id and place.id = coalesce(${placeId}::uuid, m.space_id)
    where m.workspace_id = ${workspaceId} and m.space_id = any(${[...new Set(teamIds)]}::uuid[]) and p.id <> ${askerId}
      and not exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id)
      and ((place.visibility = 'open' and p.role <> 'guest') or exists (
        select from space_members reader where reader.workspace_id = place.workspace_id and reader.space_id = place.id and reader.person_id = p.id))
    order by p.handle
  `.execute(db)
  const calendars = await resolvedCalendars(
    db,
    workspaceId,
    rows.map(({ id }) => id),
  )
  const teammates = rows.flatMap(({ teamId, ...row }) => {
    const resolved = calendars.get(row.id)
    return resolved ? [{ teamId, mate: { ...row, resolved } }] : []
  })
  const byTeam = Map.groupBy(teammates, ({ teamId }) => teamId)
  return new Map([...byTeam].map(([teamId, mates]) => [teamId, mates.map(({ mate }) => mate)]))
}
