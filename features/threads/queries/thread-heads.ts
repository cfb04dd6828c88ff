import { type Expression, type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { writtenOnce } from '#platform/sql/written-once.ts'
import { rendered } from '#platform/markdown/rendering-cache.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { FollowLevel } from '#features/spaces/contract/space.ts'
import type { ThreadHead } from '../contract/thread.ts'
import { mayChangeThread, maySteerThread } from '../policy.ts'
import { textVersion } from '../rules/kept-text.ts'
import { exchangesOf } from '../rules/turns.ts'
import { areHighlightsOwed } from '../rules/words.ts'

interface Written {
  readonly body: string
  readonly by: { readonly handle: string; readonly name: string }
  readonly at: string
}

export interface HeadRow {
  readonly id: string
  readonly number: number
  readonly space: { readonly slug: string; readonly name: string }
  readonly direct: boolean
  readonly archived: boolean
  readonly kind: ThreadHead['kind']
  readonly title: string
  readonly purpose: string
  readonly highlights: Written | null
  readonly outcome: Written | null
  readonly concluded: boolean
  readonly outcomeOwed: boolean
  readonly words: number
  readonly turns: number
  readonly openedBy: string
  readonly driId: string | null
  readonly by: { readonly handle: string; readonly name: string }
  readonly dri: { readonly handle: string; readonly name: string } | null
  readonly closesOn: string | null
  readonly follow: FollowLevel
  readonly read: number
  readonly unread: number
  readonly firstUnread: number | null
  readonly people: ThreadHead['people']
  readonly saved: boolean
  readonly origin: ThreadHead['origin']
  readonly goesOn: ThreadHead['goesOn']
  readonly postCount: number
  readonly lastSeq: number
  readonly openedAt: Temporal.Instant
  readonly lastPostAt: Temporal.Instant
}

/** A person who is joined, as they are named. */
export const nameOf = (person: string): RawBuilder<unknown> =>
  sql`json_build_object('handle', ${sql.ref(`${person}.handle`)}, 'name', ${sql.ref(`${person}.name`)})`

const related = sql`json_build_object('number', other.number, 'title', other.title, 'how', relation.how, 'by', ${nameOf('maker')}, 'at', relation.made_at)`

/** What came of threads, and of what: `other` is the one at the far end, which the reader has to see as well. */
const threadsRelated = (ctx: Reader): RawBuilder<unknown> => sql`
  thread_origins relation join people maker on maker.workspace_id = relation.workspace_id and maker.id = relation.made_by
  join (select * from threads where threads.workspace_id = ${ctx.workspaceId} and threads.space_id in ${visibleSpaces(ctx)}) as other`

/** What of a thread is selected from `headTables`. Unread are posts of others behind the read mark and the read floor; what was imported has no events. */
export const headColumns = (ctx: Reader): RawBuilder<unknown> => (ctx.role === 'guest' ? columnsForGuest : columns)(ctx)

type Reader = Pick<Context, 'workspaceId' | 'personId' | 'role'>
type Values = Omit<Reader, 'role'>

const columns = writtenOnce(({ workspaceId, personId }: Values) => columnsFor({ workspaceId, personId, role: 'member' }))
const columnsForGuest = writtenOnce(({ workspaceId, personId }: Values) => columnsFor({ workspaceId, personId, role: 'guest' }))

const columnsFor = (ctx: Reader): RawBuilder<unknown> => sql`
  threads.id, threads.number, threads.kind, threads.title, threads.purpose, threads.concluded, threads.turns,
  threads.outcome_owed as "outcomeOwed", threads.word_count as words, threads.opened_by as "openedBy", threads.dri_id as "driId",
  threads.closes_on as "closesOn", threads.post_count as "postCount", threads.last_seq as "lastSeq",
  threads.opened_at as "openedAt", threads.last_post_at as "lastPostAt", spaces.direct,
  json_build_object('slug', spaces.slug, 'name', spaces.name) as space,
  exists (select from space_archives gone where gone.workspace_id = threads.workspace_id and gone.space_id = threads.space_id) as archived,
  (select json_build_object('body', kept.body, 'by', ${nameOf('writer')}, 'at', kept.written_at)
   from thread_highlights kept join people writer on writer.workspace_id = kept.workspace_id and writer.id = kept.written_by
   where kept.workspace_id = threads.workspace_id and kept.thread_id = threads.id) as highlights,
  (select json_build_object('body', kept.body, 'by', ${nameOf('writer')}, 'at', kept.written_at)
   from thread_outcomes kept join people writer on writer.workspace_id = kept.workspace_id and writer.id = kept.written_by
   where kept.workspace_id = threads.workspace_id and kept.thread_id = threads.id) as outcome,
  ${nameOf('opener')} as by,
  (select ${nameOf('person')} from people person where person.workspace_id = threads.workspace_id and person.id = threads.dri_id) as dri,
  (select ${related} from ${threadsRelated(ctx)} on other.workspace_id = relation.workspace_id and other.id = relation.from_thread_id
   where relation.workspace_id = threads.workspace_id and relation.thread_id = threads.id) as origin,
  (select coalesce(json_agg(${related} order by relation.made_at, other.number), '[]')
   from ${threadsRelated(ctx)} on other.workspace_id = relation.workspace_id and other.id = relation.thread_id
   where relation.workspace_id = threads.workspace_id and relation.from_thread_id = threads.id) as "goesOn",
  coalesce(case when spaces.direct then (
    select json_agg(${nameOf('one')} order by one.name, one.handle)
    from space_members within join people one on one.workspace_id = within.workspace_id and one.id = within.person_id
    where within.workspace_id = threads.workspace_id and within.space_id = threads.space_id) end, '[]') as people,
  exists (select from saved_threads kept where kept.workspace_id = threads.workspace_id and kept.person_id = ${ctx.personId} and kept.thread_id = threads.id) as saved,
  coalesce(own.level, around.level, case when membership.person_id is null then 'quiet' else 'named' end) as follow,
  coalesce(mark.seq, 0) as read, unread.count as unread, unread.first as "firstUnread"
`

/**
 * The given rows of `threads` with what stands beside them, for one reader. They are chosen first and by themselves: PostgreSQL does not
 * reorder so many joins, and would read all threads otherwise.
 */
export function headTables(
  { workspaceId, personId }: Pick<Context, 'workspaceId' | 'personId'>,
  chosen: Expression<unknown>,
): RawBuilder<unknown> {
  return sql`
    (${chosen}) as threads
    join spaces on spaces.workspace_id = threads.workspace_id and spaces.id = threads.space_id
    join people opener on opener.workspace_id = threads.workspace_id and opener.id = threads.opened_by
    left join thread_follows own on own.workspace_id = threads.workspace_id and own.thread_id = threads.id and own.person_id = ${personId}
    left join space_follows around on around.workspace_id = threads.workspace_id and around.space_id = threads.space_id and around.person_id = ${personId}
    left join space_members membership
      on membership.workspace_id = threads.workspace_id and membership.space_id = threads.space_id and membership.person_id = ${personId}
    left join read_marks mark on mark.workspace_id = threads.workspace_id and mark.thread_id = threads.id and mark.person_id = ${personId}
    left join read_floors floor on floor.workspace_id = ${workspaceId} and floor.person_id = ${personId}
    left join lateral (
      select events.stream_seq as seq from events
      where events.workspace_id = threads.workspace_id and events.stream_id = threads.id and events.type = 'post.added'
        and events.position <= floor.read_through
      order by events.position desc limit 1
    ) cleared on true
    left join lateral (
      select count(*)::integer as count, min(events.stream_seq) as first from events
      where events.workspace_id = threads.workspace_id and events.stream_id = threads.id and events.type = 'post.added'
        and greatest(mark.seq, cleared.seq, 0) < threads.last_seq and events.stream_seq > greatest(mark.seq, cleared.seq, 0)
        and events.actor_id <> ${personId}
    ) unread on true
  `
}

/** The threads that a condition on `threads` finds and the reader may see, in one statement. */
export async function threadHeads(ctx: Context, condition: RawBuilder<unknown>): Promise<ThreadHead[]> {
  const { rows } = await sql<HeadRow>`
    select ${headColumns(ctx)} from ${headTables(
      ctx,
      sql`select * from threads where threads.workspace_id = ${ctx.workspaceId} and ${condition} and threads.space_id in ${visibleSpaces(ctx)}`,
    )}
  `.execute(ctx.db)
  return rows.map((row) => toHead(ctx, row))
}

/** A row as the reader is answered it. */
export function toHead(actor: Pick<Context, 'personId' | 'role'>, row: HeadRow): ThreadHead {
  const { archived, concluded, turns, openedBy, driId, openedAt, lastPostAt, highlights, outcome, origin, goesOn, ...same } = row
  const responsible = { openedBy, driId }
  return {
    ...same,
    highlights: highlights && written(highlights),
    highlightsOwed: areHighlightsOwed({ words: row.words, hasHighlights: highlights !== null }),
    state: concluded ? 'concluded' : 'open',
    outcome: outcome && { ...written(outcome), draft: !concluded },
    origin: origin && inUtc(origin),
    goesOn: goesOn.map(inUtc),
    exchanges: exchangesOf({ turns, direct: row.direct }),
    at: openedAt.toString(),
    lastPostAt: lastPostAt.toString(),
    may: {
      post: !archived,
      change: !archived && mayChangeThread(actor, responsible),
      steer: !archived && maySteerThread(actor, responsible),
    },
  }
}

/** JSON from the database writes instants with an offset. */
const inUtc = <Dated extends { readonly at: string }>(dated: Dated): Dated => ({ ...dated, at: Temporal.Instant.from(dated.at).toString() })

function written(kept: Written): Written & { html: string; version: string } {
  return { ...inUtc(kept), html: rendered(kept.body).html, version: textVersion(Temporal.Instant.from(kept.at)) }
}
