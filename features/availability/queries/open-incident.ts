import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'

export interface OpenIncident {
  readonly threadId: string
  readonly number: number
  readonly title: string
}

interface Looking {
  readonly workspaceId: number
  readonly rotationId: string
  /** Who would join it: an incident they may not read does not exist for them. */
  readonly personId: string
}

/**
 * The newest incident that is open on a rotation and in somebody's hands, or on its way there: its thread goes on, and of its urgent asks one is
 * open. What nobody took within its time does not hold up the next. Null when there is none.
 */
export async function openIncident(db: Database | Tx, { workspaceId, rotationId, personId }: Looking): Promise<OpenIncident | null> {
  const { rows } = await sql<OpenIncident>`
    select t.id as "threadId", t.number, t.title from incidents i
    join threads t on t.workspace_id = i.workspace_id and t.id = i.thread_id and not t.concluded
    join spaces s on s.workspace_id = t.workspace_id and s.id = t.space_id
    join people p on p.workspace_id = i.workspace_id and p.id = ${personId}
    where i.workspace_id = ${workspaceId} and i.rotation_id = ${rotationId}
      and ((s.visibility = 'open' and p.role <> 'guest')
        or exists (select from space_members m where m.workspace_id = s.workspace_id and m.space_id = s.id and m.person_id = p.id))
      and exists (
        select from pagings g join asks a on a.workspace_id = g.workspace_id and a.id = g.ask_id and a.state = 'open'
        where g.workspace_id = i.workspace_id and g.incident_id = i.thread_id and (g.ended is null or g.ended in ('acknowledged', 'handed')))
    order by i.declared_at desc, i.thread_id desc limit 1
  `.execute(db)
  return rows[0] ?? null
}
