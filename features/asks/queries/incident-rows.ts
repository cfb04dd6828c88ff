import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Incident } from '../contract/incidents.ts'

export interface IncidentRow {
  readonly threadId: string
  readonly number: number
  readonly title: string
  readonly concluded: boolean
  readonly space: Incident['space']
  readonly rotation: Incident['rotation']
  readonly open: boolean
  readonly declaredBy: PersonName | null
  readonly declaredAt: Temporal.Instant
  readonly owner: PersonName | null
}

/** An incident is open while its thread `t` goes on and one of its urgent asks is open. */
const isOpen = sql<boolean>`(not t.concluded and exists (
  select from pagings g join asks a on a.workspace_id = g.workspace_id and a.id = g.ask_id and a.state = 'open'
  where g.workspace_id = i.workspace_id and g.incident_id = i.thread_id))`

interface Narrowing {
  /** A condition on `incidents i`, `threads t` and `rotations r`. */
  readonly where: RawBuilder<boolean>
  readonly state?: 'open' | 'resolved' | undefined
  readonly limit: number
}

/** Incidents in the spaces the reader may see, the newest first, in one statement. */
export async function incidentRows(ctx: Context, { where, state, limit }: Narrowing): Promise<IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`
    select t.id as "threadId", t.number, t.title, t.concluded, json_build_object('slug', s.slug, 'name', s.name) as space,
      json_build_object('slug', r.slug, 'name', r.name) as rotation, ${isOpen} as open, i.declared_at as "declaredAt",
      (select json_build_object('handle', p.handle, 'name', p.name) from people p
       where p.workspace_id = i.workspace_id and p.id = i.declared_by) as "declaredBy",
      (select json_build_object('handle', p.handle, 'name', p.name) from pagings g
       join asks a on a.workspace_id = g.workspace_id and a.id = g.ask_id
       join people p on p.workspace_id = a.workspace_id and p.id = a.owner_id
       where g.workspace_id = i.workspace_id and g.incident_id = i.thread_id and g.ended in ('acknowledged', 'handed')
       order by g.ended_at desc limit 1) as owner
    from incidents i
    join threads t on t.workspace_id = i.workspace_id and t.id = i.thread_id
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    join rotations r on r.workspace_id = i.workspace_id and r.id = i.rotation_id
    where i.workspace_id = ${ctx.workspaceId} and t.space_id in ${visibleSpaces(ctx)} and ${where}
      and (${state ?? null}::text is null or ${isOpen} = (${state ?? null}::text = 'open'))
    order by i.declared_at desc, i.thread_id desc limit ${limit}
  `.execute(ctx.db)
  return rows
}

/** A row as it is shown. */
export function toIncident({ number, title, space, rotation, open, declaredBy, declaredAt, owner }: IncidentRow): Incident {
  return { number, title, space, rotation, state: open ? 'open' : 'resolved', declaredBy, at: declaredAt.toString(), owner }
}
