import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Actor, IncidentJoined } from '../events.ts'

interface Joining {
  readonly askId: string
  /** Where the ask stands. */
  readonly threadId: string
  readonly incidentId: string
}

/** Puts on record that an urgent ask joins an incident that is open: whoever has that in hand is told, and nobody is paged. */
export async function joinIncident(tx: Tx, actor: Actor, { askId, threadId, incidentId }: Joining): Promise<void> {
  const { rows } = await sql<{ spaceId: string; toId: string | null }>`
    select t.space_id as "spaceId", (
      select a.owner_id from pagings g join asks a on a.workspace_id = g.workspace_id and a.id = g.ask_id and a.state = 'open'
      where g.workspace_id = t.workspace_id and g.incident_id = t.id and g.ended in ('acknowledged', 'handed')
      order by g.ended_at desc limit 1) as "toId"
    from threads t where t.workspace_id = ${actor.workspaceId} and t.id = ${incidentId}
  `.execute(tx)
  const incident = rows[0]
  if (!incident) throw new Error('The incident that was just found is gone.')
  const subject = { threadId: incidentId, askId, fromThreadId: threadId, toId: incident.toId } satisfies IncidentJoined['subject']
  await record(tx, actor, { type: 'incident.joined', placeId: incident.spaceId, streamId: incidentId, subject })
}
