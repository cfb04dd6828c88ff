// oxlint-disable house/commands-record -- a delivery is a row of its own, not a fact about the work
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { markDelivered } from '#features/asks/commands/mark-delivered.ts'
import { markTold } from '#features/asks/commands/mark-told.ts'
import { type UntoldScheduled, untoldScheduled } from '#features/asks/queries/untold-scheduled.ts'
import { addWasDue } from '#features/inbox/commands/add-was-due.ts'
import { deliverItems } from '#features/inbox/commands/deliver-items.ts'
import { moveFloors } from '#features/inbox/commands/move-floors.ts'
import type { Absence } from '#features/availability/rules/absence.ts'
import { asksDueToday } from '../queries/asks-due-today.ts'
import { asksThatWereDue } from '../queries/asks-that-were-due.ts'
import type { Receiver } from '../queries/lock-receivers.ts'
import { peopleToCatchUp } from '../queries/people-to-catch-up.ts'
import { type FollowedThread, followedThreads, ofEachFollower } from '../queries/followed-threads.ts'
import { waitingItems, type WaitingItem } from '../queries/waiting-items.ts'
import { gathers } from '../rules/moments.ts'
import { queueMails } from './queue-mails.ts'
import { queuePushes } from './queue-pushes.ts'

/** What a delivery brought to one person. */
export interface Brought {
  readonly deliveryId: string
  readonly personId: string
  readonly kind: string
  readonly address: string | null
  readonly hasDevices: boolean
  readonly fromPosition: number
  /** Where the delivery stands in the workspace's order. */
  readonly position: number
  /** The inbox items it speaks of: new ones, asks due today, asks that were due. */
  readonly items: readonly string[]
  /** What the receiver scheduled and what could not leave. */
  readonly kept: readonly string[]
  /** The receiver is back from it, and this is their first digest since. */
  readonly absence: Absence | null
  /** Numbers of the threads in which something new is there to read. */
  readonly threads: readonly number[]
  /** The ids of those of them that the receiver follows. */
  readonly followed: readonly string[]
}

interface Bringing {
  readonly workspaceId: number
  readonly now: Temporal.Instant
  /** The moment; null when somebody reads now what is held. */
  readonly due: Temporal.Instant | null
  readonly mail: boolean
}

/** Somebody to whom it is brought. */
export interface Reached extends Receiver {
  /** As in `Brought`. */
  readonly absence: Absence | null
}

/** Brings to each of these people what has come for them. Whoever has nothing new gets no delivery. Returns those who have. */
export async function bring(
  tx: Tx,
  at: Bringing,
  { receivers, position }: { receivers: readonly Reached[]; position: number },
): Promise<Brought[]> {
  if (receivers.length === 0) return []
  const { workspaceId, now, due } = at
  const digesting = receivers.filter(({ kind }) => gathers(kind))
  const people = receivers.map(({ personId }) => personId)
  const items = await waitingItems(tx, workspaceId, { people, due, now })
  await deliverItems(tx, workspaceId, { people, due, items, position, now })
  const asks = items.filter((item) => item.why === 'ask' && !item.gone).map((item) => item.askId!)
  await markDelivered(tx, workspaceId, { askIds: asks, at: now })
  const gathered = {
    items,
    again: due === null ? [] : await askedAgain(tx, { workspaceId, now, due }, { receivers: digesting, position }),
    followed: await followedBy(tx, workspaceId, { digesting, position }),
    kept: await untoldScheduled(
      tx,
      workspaceId,
      digesting.map(({ personId }) => personId),
    ),
    catchingUp: await peopleToCatchUp(
      tx,
      workspaceId,
      receivers.flatMap(({ personId, absence }) => (absence === null ? [] : { personId, ...absence })),
    ),
  }
  await moveFloors(tx, workspaceId, { people: digesting.map(({ personId }) => personId), position, now: due })
  const ofEach = gatheredByPerson(gathered)
  const brought = receivers.flatMap((receiver) => deliveryTo(receiver, ofEach(receiver.personId), { position, now }))
  await keepDeliveries(tx, at, { brought, position })
  await markTold(tx, workspaceId, brought)
  if (at.mail) await queueMails(tx, at, brought)
  await queuePushes(tx, at, brought)
  return brought
}

interface Gathered {
  readonly items: readonly WaitingItem[]
  readonly again: readonly { readonly personId: string; readonly itemId: string }[]
  readonly followed: readonly FollowedThread[]
  readonly kept: readonly UntoldScheduled[]
  /** Who is back and has something to catch up with. */
  readonly catchingUp: ReadonlySet<string>
}

/** What a digest says once more: asks due today to those who have them, asks that were due to those who asked. */
async function askedAgain(
  tx: Tx,
  { workspaceId, now, due }: Omit<Bringing, 'mail'> & { due: Temporal.Instant },
  { receivers, position }: { receivers: readonly Receiver[]; position: number },
): Promise<Gathered['again']> {
  if (receivers.length === 0) return []
  const today = await asksDueToday(tx, workspaceId, { people: receivers, due })
  const passed = await asksThatWereDue(tx, workspaceId, { people: receivers, due })
  const made = await addWasDue(tx, workspaceId, { asks: passed, position, now })
  const askers = new Map(passed.map(({ askId, personId }) => [askId, personId]))
  return [...today, ...made.map(({ id, askId }) => ({ personId: askers.get(askId)!, itemId: id }))]
}

async function followedBy(
  tx: Tx,
  workspaceId: number,
  { digesting, position }: { digesting: readonly Receiver[]; position: number },
): Promise<FollowedThread[]> {
  const windows = digesting.map(({ personId, deliveredThrough }) => ({
    personId,
    from: deliveredThrough,
    through: position,
    threads: null,
  }))
  return followedThreads(tx, workspaceId, windows)
}

function gatheredByPerson(gathered: Gathered): (personId: string) => Gathered {
  const items = Map.groupBy(gathered.items, ({ personId }) => personId)
  const again = Map.groupBy(gathered.again, ({ personId }) => personId)
  const followed = ofEachFollower(gathered.followed)
  const kept = Map.groupBy(gathered.kept, ({ personId }) => personId)
  return (id) => ({
    items: items.get(id) ?? [],
    again: again.get(id) ?? [],
    followed: followed.get(id) ?? [],
    kept: kept.get(id) ?? [],
    catchingUp: gathered.catchingUp,
  })
}

function deliveryTo(
  { personId, kind, address, hasDevices, deliveredThrough, absence: ended }: Reached,
  { items, again: toldAgain, followed: threads, kept: keptBack, catchingUp }: Gathered,
  { position, now }: { position: number; now: Temporal.Instant },
): Brought[] {
  const fresh = items.filter((item) => !item.gone && !item.seen)
  const again = toldAgain.map(({ itemId }) => itemId)
  const kept = keptBack.map(({ id }) => id)
  const absence = catchingUp.has(personId) ? ended : null
  if (absence === null && fresh.length + again.length + threads.length + kept.length === 0) return []
  return [
    {
      deliveryId: newId(now),
      personId,
      kind,
      address,
      hasDevices,
      fromPosition: deliveredThrough,
      position,
      items: [...new Set([...fresh.map(({ id }) => id), ...again])],
      kept,
      absence,
      followed: threads.map(({ threadId }) => threadId),
      threads: [...new Set([...fresh, ...threads].flatMap(({ number }) => number ?? []))].toSorted((a, b) => a - b),
    },
  ]
}

async function keepDeliveries(
  tx: Tx,
  { workspaceId, now, due }: Bringing,
  { brought, position }: { brought: readonly Brought[]; position: number },
): Promise<void> {
  if (brought.length === 0) return
  const made = brought.map(({ deliveryId, personId, kind, fromPosition, items, followed, absence }) => ({
    deliveryId,
    personId,
    kind,
    fromPosition,
    items,
    followed,
    absence,
  }))
  await sql`
    insert into deliveries (workspace_id, id, person_id, moment, kind, from_position, through_position, item_ids, made_at, thread_ids, away_from, back_at)
    select ${workspaceId}::integer, "deliveryId", "personId", ${due ?? now}::timestamptz, kind,
      case when kind in ('digest', 'read now') then "fromPosition" else ${position}::bigint end, ${position}::bigint,
      items, ${now}::timestamptz, followed,
      to_timestamp((absence->>'from')::bigint / 1000.0), to_timestamp((absence->>'back')::bigint / 1000.0)
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as d ("deliveryId" uuid, "personId" uuid, kind text, "fromPosition" bigint, items uuid[], followed uuid[], absence jsonb)
  `.execute(tx)
}
