// oxlint-disable house/commands-record -- items are made from facts that were recorded already
import { sql } from 'kysely'
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { EventBatch } from '#platform/events/drain-outbox.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { markDelivered } from '#features/asks/commands/mark-delivered.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import type { Notice, NoticeRules } from '#features/availability/rules/notice.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { knownAsks } from '../queries/known-asks.ts'
import { knownPosts } from '../queries/known-posts.ts'
import { type Receiver, receiverKey, receiversOf } from '../queries/receivers-of.ts'
import { deliverAtOf, letsThrough, takesNoDigests, withoutRepeats } from '../rules/levels.ts'
import { planSharedItems } from './plan-shared-items.ts'

interface Concern {
  readonly notice: Notice
  readonly event: PositionedEvent
}

interface Item {
  readonly id: string
  readonly person: string
  readonly why: string
  readonly event: string
  readonly position: number
  readonly attention: string
  readonly from: string | null
  readonly thread: string | null
  readonly post: string | null
  readonly ask: string | null
  readonly swap: string | null
  readonly deliverAt: string | null
  readonly deliveredAt: string | null
}

/**
 * Writes an inbox item for everyone whom a fact names and who may read of it, with when it comes; mere followers cost no row. Returns the
 * people for whom something now waits, or comes at another time.
 */
export async function writeItems(batch: EventBatch, rules: NoticeRules): Promise<string[]> {
  const concerns = await concernsOf(batch, rules)
  const items = concerns.length === 0 ? [] : await itemsOf(batch, concerns)
  if (items.length > 0) await insertItems(batch, items)
  const moved = await followTheirAsks(batch)
  const shared = await followShared(batch)
  return [...new Set([...items.map(({ person }) => person), ...moved, ...shared])]
}

async function concernsOf({ tx, workspaceId, events }: EventBatch, rules: NoticeRules): Promise<Concern[]> {
  const spoken = events.filter((event) => typeof rules[event.type] === 'function')
  const known = { ...(await knownPosts(tx, workspaceId, spoken)), ...(await knownAsks(tx, workspaceId, spoken)) }
  return spoken.flatMap((event) => {
    const rule = rules[event.type]
    const notices = typeof rule === 'function' ? withoutRepeats(rule(event, known)) : []
    // What somebody did themselves they know; what they ask of themselves still comes at its time.
    return notices.filter(({ to, why }) => to !== event.actorId || why === 'ask').map((notice) => ({ notice, event }))
  })
}

async function itemsOf({ tx, workspaceId, now }: EventBatch, concerns: readonly Concern[]): Promise<Item[]> {
  const notices = concerns.map(({ notice }) => notice)
  const receivers = await receiversOf(tx, { workspaceId, now }, notices)
  const calendars = await resolvedCalendars(
    tx,
    workspaceId,
    notices.map(({ to }) => to),
  )
  return concerns.flatMap(({ notice, event }) => {
    const receiver = receivers.get(receiverKey(notice))
    if (!receiver || !letsThrough(receiver.level, notice)) return []
    const { to: person, why, threadId, postId, askId, swapId } = notice
    return {
      id: newId(now),
      person,
      why,
      position: event.position,
      event: event.id,
      from: event.actorId,
      thread: threadId ?? null,
      post: postId ?? null,
      ask: askId ?? null,
      swap: swapId ?? null,
      ...comes(
        {
          notice,
          event,
        },
        {
          receiver,
          calendar: calendars.get(person),
          now,
        },
      ),
    }
  })
}

interface Reach {
  readonly receiver: Receiver
  readonly calendar: Resolved | undefined
  readonly now: Temporal.Instant
}

/** When it comes. Asks say so themselves; for those who take no digests everything that is not urgent is there at once, silently. */
function comes({ notice, event }: Concern, { receiver, calendar, now }: Reach): Pick<Item, 'attention' | 'deliverAt' | 'deliveredAt'> {
  const { attention } = notice
  if (notice.why === 'ask' || notice.why === 'cover' || !calendar) return { attention, deliverAt: null, deliveredAt: null }
  if (attention === 'urgent') return comesAtOnce(calendar, { onCall: notice.onShift === true && receiver.onShift, now })
  if (takesNoDigests(calendar, now.epochMilliseconds)) return { attention, deliverAt: now.toString(), deliveredAt: now.toString() }
  const after = receiver.digestsThrough ? receiver.digestsThrough.epochMilliseconds + 1 : 0
  const sent = Math.max(event.happenedAt.epochMilliseconds, after)
  const at = deliverAtOf(calendar, { at: sent, attention, by: receiver.by?.epochMilliseconds ?? null })
  return { attention, deliverAt: at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString(), deliveredAt: null }
}

/** What Baton itself says urgently: now, however long ago it was recorded, to whoever may be reached now; to all others as timely. */
function comesAtOnce(calendar: Resolved, { onCall, now }: { onCall: boolean; now: Temporal.Instant }): ReturnType<typeof comes> {
  const at = deliverAtOf(calendar, { at: now.epochMilliseconds, attention: 'urgent', onCall })
  const attention = at === now.epochMilliseconds ? 'urgent' : 'timely'
  return { attention, deliverAt: at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString(), deliveredAt: null }
}

async function insertItems(batch: EventBatch, items: readonly Item[]): Promise<void> {
  const { tx, workspaceId, now } = batch
  await closeFormer(batch, items)
  await sql`
    insert into inbox_items (workspace_id, id, person_id, why, event_id, position, attention, from_id, thread_id, post_id, ask_id, swap_id, made_at, deliver_at,
      delivered_at)
    select ${workspaceId}::integer, i.id, i.person, i.why, i.event, i.position, i.attention, i.from, i.thread, i.post, i.ask, i.swap, ${now}::timestamptz,
      i."deliverAt", i."deliveredAt"
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i (id uuid, person uuid, why text, event uuid, position bigint, attention text,
      "from" uuid, thread uuid, post uuid, ask uuid, swap uuid, "deliverAt" timestamptz, "deliveredAt" timestamptz)
    on conflict do nothing
  `.execute(tx)
}

/** What comes to somebody once more stands in one item only, the new one. */
async function closeFormer({ tx, workspaceId }: EventBatch, items: readonly Item[]): Promise<void> {
  const anew = items.filter(({ why }) => why === 'ask' || why === 'cover')
  if (anew.length === 0) return
  await sql`
    update inbox_items i set state = 'done'
    from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as n (person uuid, why text, event uuid, ask uuid)
    where i.workspace_id = ${workspaceId} and i.ask_id = n.ask and i.person_id = n.person and i.why = n.why and i.event_id <> n.event and i.state <> 'done'
  `.execute(tx)
}

/** An ask that has not come yet comes when the ask says, however that has changed since; one that has, as what people ask of themselves, is there. */
async function followTheirAsks({ tx, workspaceId, events, now }: EventBatch): Promise<string[]> {
  const asks = events.map((event) => idOf(event, 'askId')).filter((id) => id !== null)
  if (asks.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    update inbox_items i set deliver_at = a.deliver_at, attention = case when a.interrupts then 'urgent' else 'timely' end,
      delivered_at = case when a.delivered_at is not null then ${now}::timestamptz end
    from asks a
    where i.workspace_id = ${workspaceId} and i.ask_id = any(${asks}::uuid[]) and i.why = 'ask' and i.delivered_at is null
      and a.workspace_id = i.workspace_id and a.id = i.ask_id and a.owner_id = i.person_id
      and (a.deliver_at is distinct from i.deliver_at or a.delivered_at is not null)
    returning i.person_id as id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

/** What any of several may take comes to each at their own moment. Who is given it and had seen it before has it. */
async function followShared({ tx, workspaceId, events, now }: EventBatch): Promise<string[]> {
  const facts = events.filter(({ type }) => type.startsWith('ask.'))
  const askIds = facts.map((event) => idOf(event, 'askId')).filter((id) => id !== null)
  if (askIds.length === 0) return []
  const given = facts.filter(({ type }) => type === 'ask.assigned').map((event) => idOf(event, 'askId') ?? '')
  await markDelivered(tx, workspaceId, { askIds: await alreadyThere(tx, workspaceId, given), at: now })
  return planSharedItems(tx, workspaceId, { of: { askIds }, now })
}

async function alreadyThere(tx: Tx, workspaceId: number, askIds: readonly string[]): Promise<string[]> {
  if (askIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from asks a
    join inbox_items i on i.workspace_id = a.workspace_id and i.ask_id = a.id and i.person_id = a.owner_id and i.why = 'ask'
    where a.workspace_id = ${workspaceId} and a.id = any(${[...askIds]}::uuid[]) and a.delivered_at is null and i.delivered_at is not null and i.state <> 'done'
  `.execute(tx)
  return rows.map(({ id }) => id)
}
