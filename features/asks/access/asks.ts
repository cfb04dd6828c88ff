import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { NeededBy } from '#features/availability/contract/calendar.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import { lockThread, type ThreadRow } from '#features/threads/access.ts'
import { alreadySettled } from '../rules/settled.ts'

export interface AskRow {
  readonly id: string
  readonly threadId: string
  readonly spaceId: string
  /** It stands in a hidden space of few people. */
  readonly direct: boolean
  readonly driId: string | null
  readonly postId: string
  readonly askerId: string
  readonly askerName: string
  /** Null while a space has it. */
  readonly ownerId: string | null
  /** The space that has it until somebody takes it; null from then on. */
  readonly ownerSpaceId: string | null
  readonly ownerName: string
  /** Whose calendar its due came from; null where that is its owner's. */
  readonly timedById: string | null
  /** The rotation whose person on call has it, until it comes. */
  readonly followsRotationId: string | null
  readonly coverId: string | null
  readonly coverSpaceId: string | null
  readonly coverAt: Temporal.Instant | null
  readonly neededBy: NeededBy | null
  readonly neededFrom: Temporal.Instant
  readonly respondWithin: number
  readonly state: string
  readonly askedAt: Temporal.Instant
  readonly deliverAt: Temporal.Instant | null
  readonly deliveredAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  readonly dueTodayAt: Temporal.Instant | null
  readonly expiresAt: Temporal.Instant
  readonly tight: boolean
  readonly unreachable: boolean
  readonly outside: boolean
  readonly interrupts: boolean
}

/** Looked up, not joined: a row that was waited for is read again, and its owner may be another by then. */
const nameOf = (column: 'asked_by' | 'owner_id') =>
  sql<string>`(select people.name from people where people.workspace_id = asks.workspace_id and people.id = ${sql.ref(`asks.${column}`)})`

const ownerName = sql<string>`coalesce(${nameOf('owner_id')},
  (select owning.name from spaces owning where owning.workspace_id = asks.workspace_id and owning.id = asks.owner_space_id))`

/** The person may take the ask: one of the space that has it, or of those who cover for its owner. */
export const isOfferedTo = (
  personId: string,
) => sql<boolean>`(num_nonnulls(asks.owner_space_id, asks.cover_id, asks.cover_space_id) > 0 and (
  asks.cover_id is not distinct from ${personId}::uuid or exists (
  select from space_members taking where taking.workspace_id = asks.workspace_id and taking.person_id = ${personId}
    and taking.space_id in (asks.owner_space_id, asks.cover_space_id))))`

/** Asks with what it takes to decide about them, in whichever space they stand. */
export function askRows(db: Database | Tx, workspaceId: number) {
  return (
    db
      .selectFrom('asks')
      .innerJoin('threads', (join) =>
        join.onRef('threads.workspace_id', '=', 'asks.workspace_id').onRef('threads.id', '=', 'asks.thread_id'),
      )
      .innerJoin('spaces', (join) =>
        join.onRef('spaces.workspace_id', '=', 'threads.workspace_id').onRef('spaces.id', '=', 'threads.space_id'),
      )
      .where('asks.workspace_id', '=', workspaceId)
      .select(['asks.id', 'asks.thread_id as threadId', 'threads.space_id as spaceId', 'spaces.direct', 'threads.dri_id as driId'])
      .select(['asks.post_id as postId', 'asks.asked_by as askerId', nameOf('asked_by').as('askerName')])
      .select(['asks.owner_id as ownerId', 'asks.owner_space_id as ownerSpaceId', ownerName.as('ownerName'), 'asks.timed_by as timedById'])
      .select('asks.follows_rotation_id as followsRotationId')
      .select(['asks.cover_id as coverId', 'asks.cover_space_id as coverSpaceId', 'asks.cover_at as coverAt'])
      .select(['asks.needed_by as neededBy', 'asks.needed_from as neededFrom', 'asks.respond_within as respondWithin', 'asks.state'])
      .select([
        'asks.asked_at as askedAt',
        'asks.deliver_at as deliverAt',
        'asks.delivered_at as deliveredAt',
        'asks.due_at as dueAt',
        'asks.interrupts',
      ])
      .select(['asks.due_today_at as dueTodayAt', 'asks.expires_at as expiresAt', 'asks.tight', 'asks.unreachable', 'asks.outside'])
      // What is stored as needed-by was parsed by the contract before it was written.
      .$narrowType<{ neededBy: NeededBy | null }>()
  )
}

/** Said in words, not by parameter, so that the indexes of open asks are used. */
export const isOpen = sql<boolean>`asks.state = 'open'`

/** Open asks, held until the transaction ends, always in the same order so that nobody waits in a circle. */
export function openAsks(tx: Tx, workspaceId: number) {
  return askRows(tx, workspaceId).where(isOpen).orderBy('asks.id').forUpdate('asks')
}

/** An ask, and how the actor stands to it. */
export interface AskStanding extends AskRow {
  /** The actor is one of those who may take it. */
  readonly isOffered: boolean
}

/** An ask the actor may see, or 404. */
export async function requireAsk(db: Database | Tx, ctx: Context, askId: string): Promise<AskStanding> {
  const ask = await visibleAsks(db, ctx, askId).executeTakeFirst()
  if (!ask) throw notFound('ask')
  return ask
}

/** As `requireAsk`, and nobody else can change it until the transaction ends. Where the thread is locked as well, lock that one first. */
export async function lockAsk(tx: Tx, ctx: Context, askId: string): Promise<AskStanding> {
  const held = () => visibleAsks(tx, ctx, askId).forUpdate('asks').executeTakeFirst()
  // One that went to another thread while it was waited for is found by looking again.
  const ask = (await held()) ?? (await held())
  if (!ask) throw notFound('ask')
  return ask
}

/** An ask and its thread, the thread first; again where a split took the ask elsewhere meanwhile. */
export async function lockWithThread(tx: Tx, ctx: Context, askId: string): Promise<{ ask: AskStanding; thread: ThreadRow }> {
  const { threadId } = await requireAsk(tx, ctx, askId)
  const thread = await lockThread(tx, ctx, threadId)
  const ask = await lockAsk(tx, ctx, askId)
  return ask.threadId === thread.id ? { ask, thread } : lockWithThread(tx, ctx, askId)
}

/** Throws `ask.already_settled` with who settled it and when. */
export async function ensureOpen(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, ask: Pick<AskRow, 'id' | 'state'>): Promise<void> {
  if (ask.state === 'open') return
  const {
    settled_at: at,
    handle,
    name,
  } = await tx
    .selectFrom('ask_settlements')
    .leftJoin('people', (join) =>
      join.onRef('people.workspace_id', '=', 'ask_settlements.workspace_id').onRef('people.id', '=', 'ask_settlements.settled_by'),
    )
    .where('ask_settlements.workspace_id', '=', workspaceId)
    .where('ask_settlements.ask_id', '=', ask.id)
    .select(['settled_at', 'people.handle', 'people.name'])
    .executeTakeFirstOrThrow()
  throw alreadySettled({ state: ask.state, by: handle !== null && name !== null ? { handle, name } : null, at })
}

function visibleAsks(db: Database | Tx, ctx: Context, askId: string) {
  return askRows(db, ctx.workspaceId)
    .select(isOfferedTo(ctx.personId).as('isOffered'))
    .where('asks.id', '=', askId)
    .where('threads.space_id', 'in', visibleSpaces(ctx))
}
