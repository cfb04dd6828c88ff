import { sql } from 'kysely'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { Context } from '#platform/context.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { around, opened, readsItem, stands } from '#features/inbox/access.ts'
import { takesNoDigests } from '#features/inbox/rules/levels.ts'
import type { Held } from '../contract/today.ts'
import { followedThreads } from './followed-threads.ts'

interface Row {
  readonly nextDelivery: Temporal.Instant | null
  readonly deliveredThrough: number | null
  readonly position: number | null
  readonly byReason: Record<string, number> | null
  readonly earliestDue: Temporal.Instant | null
}

/** How much waits until it is delivered: `heldOf`, and a statement for the calendar. */
export async function getHeld(ctx: Context): Promise<Held> {
  const { db, workspaceId, personId } = ctx
  return heldOf(ctx, (await resolvedCalendars(db, workspaceId, [personId])).get(personId))
}

/** How much waits until it is delivered, by the reader's calendar: two statements. For those who take no digests nothing but asks waits. */
export async function heldOf(ctx: Context, calendar: Resolved | undefined): Promise<Held> {
  const { db, workspaceId, personId, now } = ctx
  const row = (await statement(db, { workspaceId, personId, now }))[0]
  const byReason = { ...row?.byReason }
  if (calendar && row?.deliveredThrough != null && !takesNoDigests(calendar, now.epochMilliseconds)) {
    const window = { personId, from: row.deliveredThrough, through: row.position ?? 0, threads: null }
    const posts = (await followedThreads(db, workspaceId, [window])).reduce((sum, thread) => sum + thread.posts, 0)
    if (posts > 0) byReason['post'] = posts
  }
  const count = Object.values(byReason).reduce((sum, some) => sum + some, 0)
  return { count, nextDelivery: row?.nextDelivery?.toString() ?? null, earliestDue: row?.earliestDue?.toString() ?? null, byReason }
}

const statement = statementOnce(
  ({ workspaceId, personId, now }: Pick<Context, 'workspaceId' | 'personId' | 'now'>) => sql<Row>`
  select
    (select min(due_at) from delivery_moments where workspace_id = ${workspaceId} and person_id = ${personId} and due_at >= ${now}) as "nextDelivery",
    (select delivered_through from read_floors where workspace_id = ${workspaceId} and person_id = ${personId}) as "deliveredThrough",
    (select value from counters where workspace_id = ${workspaceId} and name = 'position') as position,
    json_object_agg(why, count) filter (where why is not null) as "byReason",
    min(due) as "earliestDue"
  from (
    select i.why, count(*), min(a.due_at) filter (where i.why in ('ask', 'cover')) as due from inbox_items i ${around}
    where i.workspace_id = ${workspaceId} and i.person_id = ${personId} and i.delivered_at is null and ${stands(now)} and ${readsItem} and not coalesce(${opened}, false)
    group by i.why
  ) held
`,
)
