import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { isOpen } from '#features/asks/access/asks.ts'
import type { Ask } from '#features/asks/contract/ask.ts'
import { askViews } from '#features/asks/queries/ask-views.ts'
import { byDue } from '#features/asks/queries/seen-asks.ts'
import { handleOf } from '#features/asks/rules/owner.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { listDays } from '#features/availability/queries/list-days.ts'
import type { Absence } from '#features/availability/rules/absence.ts'
import { instantText } from '#features/availability/rules/wire.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { ListedThread } from '#features/threads/contract/thread.ts'
import { listedThreads } from '#features/threads/queries/listed-threads.ts'
import type { getCatchUp as endpoint } from '../contract/today.ts'
import { CATCH_UP_DAYS } from '../rules/moments.ts'
import { lastAbsence } from './last-absence.ts'
import { awayPeople, settledMeanwhile } from './settled-meanwhile.ts'

const MOST_ASKS = 100
const MOST_THREADS = 50

const nothing = { absence: null, caughtUp: true, waits: [], settled: [], concluded: [], days: [] }

/** What happened around the reader during their last absence: one statement for each part, and two for the absence itself. */
export async function getCatchUp(ctx: Context): Promise<OutputOf<typeof endpoint>> {
  const calendar = (await resolvedCalendars(ctx.db, ctx.workspaceId, [ctx.personId])).get(ctx.personId)
  const absence = calendar ? await lastAbsence(ctx, calendar, { days: CATCH_UP_DAYS }) : null
  if (absence === null) return nothing
  const [waits, settled, concluded] = await Promise.all([waitingFor(ctx), settledWithout(ctx, absence), concludedIn(ctx, absence)])
  const { items: days } = await listDays(ctx, { people: peopleIn(ctx, [...waits, ...settled]) })
  const { from, back, caughtUp } = absence
  return { absence: { from: instantText(from), back: instantText(back) }, caughtUp, waits, settled, concluded, days }
}

const waitingFor = (ctx: Context): Promise<Ask[]> =>
  askViews(ctx, (asks) =>
    byDue(asks.where('asks.owner_id', '=', ctx.personId).where(isOpen).where('asks.delivered_at', 'is not', null)).limit(MOST_ASKS),
  )

async function settledWithout(ctx: Context, absence: Absence): Promise<Ask[]> {
  const { rows } = await sql<{ id: string }>`
    select settled.ask_id as id from ${awayPeople([{ personId: ctx.personId, ...absence }])}
    cross join lateral ${settledMeanwhile(ctx.workspaceId)} settled
    join asks on asks.workspace_id = ${ctx.workspaceId} and asks.id = settled.ask_id
    where asks.state <> 'open' or asks.owner_id is distinct from ${ctx.personId}::uuid
    order by settled.at desc, settled.ask_id limit ${MOST_ASKS}
  `.execute(ctx.db)
  if (rows.length === 0) return []
  const place = new Map(rows.map(({ id }, index) => [id, index]))
  const asks = await askViews(ctx, (all) => all.where('asks.id', 'in', [...place.keys()]))
  return asks.toSorted((one, other) => place.get(one.id)! - place.get(other.id)!)
}

async function concludedIn(ctx: Context, { from, back }: Absence): Promise<ListedThread[]> {
  const { workspaceId, personId } = ctx
  const chosen = sql`
    select threads.* from thread_outcomes outcome
    join threads on threads.workspace_id = outcome.workspace_id and threads.id = outcome.thread_id and threads.concluded
    where outcome.workspace_id = ${workspaceId} and outcome.written_at >= ${instantText(from)} and outcome.written_at <= ${instantText(back)}
      and outcome.written_by <> ${personId} and threads.space_id in ${visibleSpaces(ctx)}
      and (exists (select from space_members m where m.workspace_id = ${workspaceId} and m.space_id = threads.space_id and m.person_id = ${personId})
        or exists (select from thread_follows f where f.workspace_id = ${workspaceId} and f.thread_id = threads.id and f.person_id = ${personId} and f.level <> 'quiet'))
    order by threads.last_post_at desc, threads.id desc limit ${MOST_THREADS}`
  return (await listedThreads(ctx, { chosen, limit: MOST_THREADS })).items
}

function peopleIn({ handle }: Context, asks: readonly Ask[]): string[] {
  const named = asks.flatMap(({ from, owner, settled }) => [from.handle, handleOf(owner) ?? [], settled?.by?.handle ?? []].flat())
  return [...new Set([handle, ...named])].slice(0, 100)
}
