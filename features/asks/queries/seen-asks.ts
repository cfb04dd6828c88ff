import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { writtenOnce } from '#platform/sql/written-once.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { ReceiverName } from '#features/spaces/contract/space.ts'
import { isOfferedTo } from '../access/asks.ts'
import { type OwnRow, type PagingRow, urgentColumns } from './urgent-columns.ts'

type Instant = Temporal.Instant

/** How a space is called to those who do not see it. */
const HIDDEN = 'A private space'

interface SeenAskRow {
  // What callers narrow by.
  readonly thread_id: string
  readonly post_id: string
  readonly asked_by: string
  readonly owner_id: string | null
  readonly owner_space_id: string | null
  readonly cover_id: string | null
  readonly cover_space_id: string | null
  readonly delivered_at: Instant | null
  readonly due_at: Instant | null
  // What is shown.
  readonly id: string
  readonly number: number
  readonly space: { readonly slug: string; readonly name: string } | null
  readonly verb: string
  readonly text: string
  readonly neededBy: unknown
  readonly respondWithin: number
  readonly attention: string
  readonly interrupts: boolean
  readonly urgentReason: string | null
  readonly minutes: number | null
  readonly meanwhile: string | null
  readonly state: string
  readonly at: Instant
  readonly deliverAt: Instant | null
  readonly firstDue: Instant | null
  readonly expires: Instant | null
  readonly tight: boolean
  readonly unreachable: boolean
  readonly outside: boolean
  readonly askerHandle: string
  readonly askerName: string
  readonly asked: Named
  readonly owner: Named
  readonly cover: Named | null
  readonly assignAt: Instant | null
  readonly isOffered: boolean
  readonly settlerHandle: string | null
  readonly settlerName: string | null
  readonly settledAt: Instant | null
  readonly reason: string | null
  readonly answerPost: string | null
  readonly answererHandle: string | null
  readonly answererName: string | null
  readonly answerLink: AnswerLinkRow | null
  readonly passes: PassRow[] | null
  readonly moves: MoveRow[] | null
  readonly seen: SeenRow[] | null
  readonly paging: PagingRow | null
  readonly own: OwnRow | null
}

/** One statement: the asks the reader may see, each row with all it takes to show it. Narrow it, order it, then `askView` every row. */
export function seenAsks(ctx: Reader & Pick<Context, 'db'>) {
  const rows = ctx.role === 'guest' ? rowsSeenByGuest : rowsSeen
  return ctx.db.selectFrom(rows(ctx).as('asks')).selectAll()
}

export type SeenAsks = ReturnType<typeof seenAsks>
export type SeenAsk = Awaited<ReturnType<SeenAsks['execute']>>[number]

export type Reader = Pick<Context, 'workspaceId' | 'personId' | 'role' | 'now'>
type Values = Omit<Reader, 'role'>

const rowsSeenBy = (ctx: Reader) => sql<SeenAskRow>`(
  select asks.id, asks.thread_id, asks.post_id, asks.asked_by, asks.owner_id, asks.owner_space_id, asks.cover_id, asks.cover_space_id, asks.delivered_at, asks.due_at, threads.number, asks.verb,
    case when not place.direct then json_build_object('slug', place.slug, 'name', place.name) end as space, asks.body as text,
    asks.needed_by as "neededBy", asks.respond_within as "respondWithin", asks.attention, asks.interrupts, asks.urgent_reason as "urgentReason",
    asks.minutes, asks.meanwhile, asks.state, asks.asked_at as at, asks.deliver_at as "deliverAt", asks.first_due_at as "firstDue",
    asks.expires_at as expires, asks.tight, asks.unreachable, asks.outside,
    asks.assign_at as "assignAt", ${isOfferedTo(ctx.personId)} as "isOffered", asker.handle as "askerHandle", asker.name as "askerName",
    coalesce((select json_build_object('slug', duty.slug, 'name', duty.name) from rotations duty
      where duty.workspace_id = asks.workspace_id and duty.id = asks.asked_of_rotation_id),
      ${named(ctx, sql.ref('asks.asked_of'), sql.ref('asks.asked_of_space_id'))}) as asked,
    ${named(ctx, sql.ref('asks.owner_id'), sql.ref('asks.owner_space_id'))} as owner,
    case when num_nonnulls(asks.cover_id, asks.cover_space_id) = 1
      then ${named(ctx, sql.ref('asks.cover_id'), sql.ref('asks.cover_space_id'))} end as cover, settler.handle as "settlerHandle", settler.name as "settlerName",
    settlement.settled_at as "settledAt", settlement.reason, settlement.post_id as "answerPost",
    answerer.handle as "answererHandle", answerer.name as "answererName", ${passes(ctx)} as passes, ${moves} as moves, ${seen} as seen,
    ${urgentColumns(ctx)}, ${answerLink(ctx)} as "answerLink"
  from asks
  join threads on threads.workspace_id = asks.workspace_id and threads.id = asks.thread_id
  join spaces place on place.workspace_id = threads.workspace_id and place.id = threads.space_id
  join people asker on asker.workspace_id = asks.workspace_id and asker.id = asks.asked_by
  left join ask_settlements settlement on settlement.workspace_id = asks.workspace_id and settlement.ask_id = asks.id
  left join people settler on settler.workspace_id = asks.workspace_id and settler.id = settlement.settled_by
  left join posts answer on answer.workspace_id = asks.workspace_id and answer.id = settlement.post_id
  left join people answerer on answerer.workspace_id = asks.workspace_id and answerer.id = answer.author_id
  where asks.workspace_id = ${ctx.workspaceId} and threads.space_id in ${visibleSpaces(ctx)}
)`

const rowsSeen = writtenOnce(({ workspaceId, personId, now }: Values) => rowsSeenBy({ workspaceId, personId, now, role: 'member' }))
const rowsSeenByGuest = writtenOnce(({ workspaceId, personId, now }: Values) => rowsSeenBy({ workspaceId, personId, now, role: 'guest' }))

export interface AnswerLinkRow {
  readonly number: number
  readonly title: string
  readonly seq: number | null
}

type Named = ReceiverName

interface Person {
  readonly handle: string
  readonly name: string
}

export interface PassRow {
  readonly from: Named
  readonly to: Named
  readonly by: Person | null
  readonly note: string
  readonly at: string
}

export interface MoveRow {
  readonly neededBy: unknown
  readonly by: Person
  readonly reason: string | null
  readonly dueBefore: string | null
  readonly due: string | null
  readonly at: string
}

export interface SeenRow {
  readonly by: Person
  readonly at: string
}

const person = (alias: string) => sql`json_build_object('handle', ${sql.ref(`${alias}.handle`)}, 'name', ${sql.ref(`${alias}.name`)})`

/** A person, or a space by slug; one that the reader does not see has no name for them. */
const named = (ctx: Reader, personId: RawBuilder<unknown>, spaceId: RawBuilder<unknown>) => sql<Named>`coalesce(
  (select ${person('someone')} from people someone where someone.workspace_id = asks.workspace_id and someone.id = ${personId}),
  (select json_build_object('slug', team.slug, 'name', team.name) from spaces team where team.workspace_id = asks.workspace_id and team.id = ${spaceId}
    and team.id in ${visibleSpaces(ctx)}),
  json_build_object('slug', '', 'name', ${HIDDEN}::text))`

const passes = (ctx: Reader) => sql`(
  select json_agg(json_build_object('from', ${named(ctx, sql.ref('pass.from_id'), sql.ref('pass.from_space_id'))},
                                    'to', ${named(ctx, sql.ref('pass.to_id'), sql.ref('pass.to_space_id'))}, 'note', pass.note, 'at', pass.passed_at,
                                    'by', case when doer.id is null then null else ${person('doer')} end) order by pass.id)
  from ask_passes pass
  left join people doer on doer.workspace_id = pass.workspace_id and doer.id = pass.passed_by
  where pass.workspace_id = asks.workspace_id and pass.ask_id = asks.id)`

const moves = sql`(
  select json_agg(json_build_object('neededBy', move.needed_by, 'by', ${person('mover')}, 'reason', move.reason,
                                    'dueBefore', move.due_before, 'due', move.due_after, 'at', move.moved_at) order by move.id)
  from ask_moves move
  join people mover on mover.workspace_id = move.workspace_id and mover.id = move.moved_by
  where move.workspace_id = asks.workspace_id and move.ask_id = asks.id)`

const seen = sql`(
  select json_agg(json_build_object('by', ${person('reader')}, 'at', ack.acknowledged_at) order by ack.acknowledged_at)
  from ask_acknowledgements ack
  join people reader on reader.workspace_id = ack.workspace_id and reader.id = ack.person_id
  where ack.workspace_id = asks.workspace_id and ack.ask_id = asks.id)`

/** As far as the reader may see what it leads to. */
const answerLink = (ctx: Reader) => sql`(
  select json_build_object('number', there.number, 'title', there.title, 'seq', (
    select post.seq from posts post where post.workspace_id = link.workspace_id and post.id = link.post_id and not post.deleted))
  from ask_answer_links link
  -- A post that was split off stands in another thread than it did.
  join threads there on there.workspace_id = link.workspace_id and there.id = coalesce((
    select post.thread_id from posts post where post.workspace_id = link.workspace_id and post.id = link.post_id), link.thread_id) and there.space_id in ${visibleSpaces(ctx)}
  where link.workspace_id = asks.workspace_id and link.ask_id = asks.id)`

/** When an ask is due, for ordering: what is due at no time comes last. */
export const dueOrNever = sql<Temporal.Instant>`coalesce(asks.due_at, 'infinity'::timestamptz)`

/** By due; ids decide between equals. */
export const byDue = (asks: SeenAsks): SeenAsks => asks.orderBy(dueOrNever).orderBy('asks.id')
