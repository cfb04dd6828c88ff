import { sql } from 'kysely'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Log } from '#platform/http/app.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'

/** Facts that were just given their places, to be handled in the transaction that gave them. */
export interface EventBatch {
  readonly tx: Tx
  readonly workspaceId: number
  readonly now: Temporal.Instant
  readonly events: readonly PositionedEvent[]
}

export type EventHandler = (batch: EventBatch) => Promise<void>

export interface Drain {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
  /** Only what was recorded by then. */
  readonly until: Temporal.Instant
  readonly handlers: readonly EventHandler[]
  readonly log: Log
}

const BATCH = 500
const LONGEST_WAIT = 3600

/**
 * Handles one batch of what waits in the outbox: places, handlers and the end of waiting are one transaction. When a handler throws, the
 * batch is handled fact by fact, and the one that cannot be is kept aside with its cause. Returns what was handled; empty when nothing waited.
 */
export async function drainOutbox(drain: Drain): Promise<PositionedEvent[]> {
  const waiting = await waitingIds(drain)
  if (waiting.length === 0) return []
  try {
    return await handleTogether(drain, waiting)
  } catch (error) {
    if (isUnavailable(error)) throw error
    return handleApart(drain, waiting)
  }
}

async function waitingIds({ db, workspaceId, now, until }: Drain): Promise<string[]> {
  const rows = await db
    .selectFrom('outbox')
    .select('event_id')
    .where('workspace_id', '=', workspaceId)
    .where('recorded_at', '<=', until)
    .where((where) => where.or([where('retry_at', 'is', null), where('retry_at', '<=', now)]))
    .orderBy('recorded_at')
    .orderBy('event_id')
    .limit(BATCH)
    .execute()
  return rows.map((row) => row.event_id)
}

async function handleTogether({ db, workspaceId, now, handlers }: Drain, ids: readonly string[]): Promise<PositionedEvent[]> {
  return db.transaction().execute(async (tx) => {
    const position = await lockPosition(tx, workspaceId)
    const events = await claim(tx, workspaceId, { ids, position })
    if (events.length === 0) return []
    const batch = { tx, workspaceId, now, events }
    for (const handler of handlers) await handler(batch)
    return events
  })
}

async function handleApart(drain: Drain, ids: readonly string[]): Promise<PositionedEvent[]> {
  const handled: PositionedEvent[] = []
  for (const id of ids) {
    try {
      handled.push(...(await handleTogether(drain, [id])))
    } catch (error) {
      if (isUnavailable(error)) throw error
      await setAside(drain, id, error)
    }
  }
  return handled
}

async function setAside({ db, workspaceId, now, log }: Drain, id: string, error: unknown): Promise<void> {
  log.error({ err: error, workspaceId, event: id }, 'a fact could not be handled; it waits and is tried again')
  await sql`
    update outbox set attempts = attempts + 1, last_error = ${String(error).slice(0, 2000)},
      retry_at = ${now}::timestamptz + make_interval(secs => least(${LONGEST_WAIT}, power(2, least(attempts, 20))))
    where workspace_id = ${workspaceId} and event_id = ${id}
  `.execute(db)
}

/**
 * The last place given in this workspace, held until the transaction ends: whoever gives places next waits here, so that places follow commits
 * even while two workers believe that it is their turn.
 */
export async function lockPosition(tx: Tx, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counters (workspace_id, name, value) values (${workspaceId}, 'position', 0)
    on conflict (workspace_id, name) do update set value = counters.value returning value
  `.execute(tx)
  return rows[0]?.value ?? 0
}

/** Takes the next place in a workspace's order for something that is no fact itself. Held until the transaction ends. */
export async function takePosition(tx: Tx, workspaceId: number): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into counters (workspace_id, name, value) values (${workspaceId}, 'position', 1)
    on conflict (workspace_id, name) do update set value = counters.value + 1 returning value
  `.execute(tx)
  return rows[0]?.value ?? 1
}

/** Takes these out of the outbox and gives them their places, in the order they were recorded. */
async function claim(
  tx: Tx,
  workspaceId: number,
  { ids, position }: { ids: readonly string[]; position: number },
): Promise<PositionedEvent[]> {
  const { rows } = await sql<PositionedEvent>`
    with claimed as (
      delete from outbox where workspace_id = ${workspaceId} and event_id = any(${[...ids]}::uuid[]) returning event_id, recorded_at
    ), placed as (
      select event_id, ${position}::bigint + row_number() over (order by recorded_at, event_id) as position from claimed
    ), counted as (
      update counters set value = ${position}::bigint + (select count(*) from claimed) where workspace_id = ${workspaceId} and name = 'position'
    )
    update events e set position = placed.position from placed where e.workspace_id = ${workspaceId} and e.id = placed.event_id
    returning e.id, e.type, e.actor_id as "actorId", e.place_id as "placeId", e.stream_id as "streamId", e.stream_seq as "streamSeq",
      e.subject, e.happened_at as "happenedAt", e.position
  `.execute(tx)
  return rows.toSorted((a, b) => a.position - b.position)
}
