import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { notFound } from '#platform/contract/failure.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { IncidentTold } from '../contract/incidents.ts'
import { type Happened, timelineOf } from '../rules/incident.ts'
import { incidentRows, toIncident } from './incident-rows.ts'

/** An incident with its timeline, which is read from the facts of its thread: two statements. */
export async function getIncident(ctx: Context, { number }: { number: string }): Promise<IncidentTold> {
  const named = /^\d+$/.test(number) ? sql<boolean>`t.number = ${number}::bigint` : sql<boolean>`t.id = ${number}::uuid`
  const [row] = await incidentRows(ctx, { where: named, limit: 1 })
  if (!row) throw notFound('incident')
  return { ...toIncident(row), timeline: timelineOf(await happenedIn(ctx, row.threadId), { open: row.open }) }
}

interface Row extends Omit<Happened, 'at' | 'number'> {
  readonly happenedAt: Temporal.Instant
  readonly by: PersonName | null
  readonly to: PersonName | null
  readonly fromNumber: number | null
}

/** What became of the thread and of its urgent asks, in the order of facts. */
async function happenedIn(ctx: Context, threadId: string): Promise<Happened[]> {
  const { rows } = await sql<Row>`
    select e.type, e.happened_at as "happenedAt", case when actor.id is not null then json_build_object('handle', actor.handle, 'name', actor.name) end as by,
      case when other.id is not null then json_build_object('handle', other.handle, 'name', other.name) end as to, origin.number as "fromNumber"
    from events e
    left join people actor on actor.workspace_id = e.workspace_id and actor.id = e.actor_id
    left join people other on other.workspace_id = e.workspace_id
      and other.id = (case e.type when 'ask.paged' then e.subject ->> 'pagedId' when 'ask.passed' then e.subject ->> 'ownerId'
                                  when 'ask.owner_lost' then e.subject ->> 'ownerId' end)::uuid
    left join threads origin on origin.workspace_id = e.workspace_id and e.type = 'incident.joined' and origin.id = (e.subject ->> 'fromThreadId')::uuid
      and origin.id <> e.stream_id and origin.space_id in ${visibleSpaces(ctx)}
    where e.workspace_id = ${ctx.workspaceId} and e.stream_id = ${threadId} and e.position is not null
      and (e.type in ('thread.concluded', 'thread.reopened') or e.type like 'incident.%' or (
        e.type in ('ask.paged', 'ask.acknowledged', 'ask.unacknowledged', 'ask.passed', 'ask.owner_lost', 'ask.answered', 'ask.declined',
                   'ask.withdrawn', 'ask.expired')
        and exists (select from pagings g where g.workspace_id = e.workspace_id and g.incident_id = e.stream_id and g.ask_id = (e.subject ->> 'askId')::uuid)))
    order by e.position
  `.execute(ctx.db)
  return rows.map(({ happenedAt, fromNumber, ...row }) => ({ ...row, at: happenedAt.toString(), number: fromNumber }))
}
