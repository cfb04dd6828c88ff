import { type RawBuilder, sql } from 'kysely'

/**
 * Conditions for statements in which `p` is a person, `s` a space, `t` a thread, `po` a post, `a` an ask, `i` an inbox item and `rm` the person's
 * read mark in the thread. They hold for other people than the one who asks: digests, mails and live keys are made for many at once.
 */

/** The person may read what stands in the space today. */
export const reads: RawBuilder<boolean> = sql<boolean>`(
  ((s.visibility = 'open' and p.role <> 'guest')
    or exists (select from space_members reader where reader.workspace_id = s.workspace_id and reader.space_id = s.id and reader.person_id = p.id))
  and not exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id))`

/** The person wrote in the thread behind post `po`: they have seen it. */
export function wroteBehind(personId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from posts own where own.workspace_id = po.workspace_id and own.thread_id = po.thread_id and own.seq > po.seq and own.author_id = ${personId})`
}

/** Nobody has acknowledged the urgent ask that a page is about. */
const calls: RawBuilder<boolean> = sql<boolean>`exists (
  select from pagings g where g.workspace_id = i.workspace_id and g.ask_id = i.ask_id and (g.ended is null or g.ended = 'unacknowledged'))`

/** The same person was paged about the same ask once more: the newest page says all of it. */
const pagedAgain: RawBuilder<boolean> = sql<boolean>`exists (
  select from inbox_items newer where newer.workspace_id = i.workspace_id and newer.ask_id = i.ask_id and newer.person_id = i.person_id
    and newer.why = 'page' and newer.id > i.id and newer.delivered_at is not null)`

/** The person has the ask, or is one of the space that has it. */
const has: RawBuilder<boolean> = sql<boolean>`(a.owner_id is not distinct from i.person_id or exists (
  select from space_members one where one.workspace_id = a.workspace_id and one.space_id = a.owner_space_id and one.person_id = i.person_id))`

/** The person may take the ask for its owner, who is away. */
const covers: RawBuilder<boolean> = sql<boolean>`(a.cover_id is not distinct from i.person_id or exists (
  select from space_members one where one.workspace_id = a.workspace_id and one.space_id = a.cover_space_id and one.person_id = i.person_id))`

/** The item still speaks of something: its post is there, and an ask is open and with the person, or to be taken by them. */
export const alive: RawBuilder<boolean> = sql<boolean>`(
  (i.post_id is null or (po.id is not null and not po.deleted))
  and (i.why not in ('ask', 'cover', 'was due') or a.state = 'open')
  and (i.why <> 'was due' or a.due_at <= i.made_at)
  and (i.why <> 'ask' or (i.state <> 'done' and ${has})) and (i.why <> 'cover' or ${covers})
  and (i.why <> 'page' or (a.state = 'open' and ${calls})))`

/** The offer of a shift still waits: nobody settled it, and the shift is as it was and not over at `now`. */
export const waits = (now: Temporal.Instant): RawBuilder<boolean> => sql<boolean>`exists (
  select from swaps w join shifts turn on turn.workspace_id = w.workspace_id and turn.id = w.shift_id and turn.person_id = w.from_id
    and turn.starts_at = w.starts_at and turn.ends_at = w.ends_at and turn.ends_at > ${now}
  where w.workspace_id = i.workspace_id and w.id = i.swap_id
    and not exists (select from swap_settlements done where done.workspace_id = w.workspace_id and done.swap_id = w.id))`

/** As `alive`, for items that may be about a shift. */
export const stands = (now: Temporal.Instant): RawBuilder<boolean> => sql<boolean>`(${alive} and (i.why <> 'swap' or ${waits(now)}))`

/** The person has opened the thread at the item's post: since it was made where the post is older, and since it last woke where it was snoozed. */
export const opened: RawBuilder<boolean> = sql<boolean>`(
  i.why in ('ask', 'reply', 'mention', 'answer') and po.seq is not null and rm.seq >= po.seq
  and (i.why <> 'answer' or rm.read_at >= i.made_at) and (i.snoozed_until is null or rm.read_at > i.snoozed_until))`

/**
 * The item needs nothing more: its ask is settled, with somebody else or came anew, the shift it offers has an answer or is over, or, where nobody
 * waits for the person by it, it is done, cleared or was read.
 */
export const finished = (now: Temporal.Instant): RawBuilder<boolean> => sql<boolean>`(case
  when i.why = 'ask' then i.state = 'done' or a.state <> 'open' or not ${has}
  when i.why = 'cover' then i.state = 'done' or a.state <> 'open' or not ${covers}
  when i.why = 'swap' then i.state = 'done' or not ${waits(now)}
  when i.state = 'done' then true
  when i.why = 'page' then a.state <> 'open' or not ${calls} or ${pagedAgain}
  when i.why = 'was due' and (a.state <> 'open' or a.due_at > i.made_at) then true
  when i.state = 'snoozed' then false
  else i.position <= floor.read_through or ${opened} end)`

/** The person may read the item today: where its thread stands, and about shifts unless they are a guest. */
export const readsItem: RawBuilder<boolean> = sql<boolean>`(case when i.swap_id is null then ${reads} else p.role <> 'guest'
  and not exists (select from person_deactivations gone where gone.workspace_id = p.workspace_id and gone.person_id = p.id) end)`

/** Everything these conditions speak of, around `inbox_items i`; `floor` is how far the person has read. What is about a shift is of no thread. */
export const around: RawBuilder<unknown> = sql`
  join people p on p.workspace_id = i.workspace_id and p.id = i.person_id
  left join threads t on t.workspace_id = i.workspace_id and t.id = i.thread_id
  left join spaces s on s.workspace_id = i.workspace_id and s.id = t.space_id
  left join posts po on po.workspace_id = i.workspace_id and po.id = i.post_id
  left join asks a on a.workspace_id = i.workspace_id and a.id = i.ask_id
  left join read_marks rm on rm.workspace_id = i.workspace_id and rm.person_id = i.person_id and rm.thread_id = i.thread_id
  left join read_floors floor on floor.workspace_id = i.workspace_id and floor.person_id = i.person_id`

interface Held {
  readonly people: readonly string[]
  /** The moment; null for all that is held. */
  readonly due: Temporal.Instant | null
}

/** What is held for these people and has come by the moment. Only whoever holds the order of places may change which items these are. */
export const held = (workspaceId: number, { people, due }: Held): RawBuilder<boolean> =>
  sql<boolean>`i.workspace_id = ${workspaceId} and i.person_id = any(${[...people]}::uuid[]) and i.delivered_at is null
    and (i.deliver_at <= ${due} or ${due}::timestamptz is null)`

/**
 * The items of many people as one row for each thing that they speak of in the same words, numbered by `n`: it is looked up once for all of them,
 * however many are told of it. `which` is a condition on `inbox_items i`.
 */
export const alikeItems = (which: RawBuilder<boolean>): RawBuilder<unknown> => sql`
  select alike.*, t.number, t.title, s.id as space_id, s.visibility, po.id as found_post_id, po.seq, po.deleted, po.body as post_body,
    a.state as ask_state, a.due_at, a.asked_by, a.owner_id, a.owner_space_id, a.cover_id, a.cover_space_id, a.tight, a.unreachable, a.body as ask_body
  from (
    select row_number() over () as n, i.workspace_id, i.thread_id, i.post_id, i.ask_id, i.swap_id, i.from_id, i.why, i.delivered_at, array_agg(i) as items
    from inbox_items i where ${which}
    group by i.workspace_id, i.thread_id, i.post_id, i.ask_id, i.swap_id, i.from_id, i.why, i.delivered_at) alike
  left join threads t on t.workspace_id = alike.workspace_id and t.id = alike.thread_id
  left join spaces s on s.workspace_id = alike.workspace_id and s.id = t.space_id
  left join posts po on po.workspace_id = alike.workspace_id and po.id = alike.post_id
  left join asks a on a.workspace_id = alike.workspace_id and a.id = alike.ask_id`

/** As `around`, what alike items speak of, for `about`, which is a row of `alikeItems`. */
export const ofAlike: RawBuilder<unknown> = sql`
  cross join lateral (select about.number, about.title) t
  cross join lateral (select about.workspace_id, about.space_id as id, about.visibility) s
  cross join lateral (select about.workspace_id, about.found_post_id as id, about.seq, about.deleted, about.post_body as body) po
  cross join lateral (select about.workspace_id, about.ask_state as state, about.due_at, about.asked_by, about.owner_id, about.owner_space_id, about.cover_id,
    about.cover_space_id, about.tight, about.unreachable, about.ask_body as body) a`

/** As `around`, for each single one of `alike` items: what `alikeItems` found. */
export const aroundAlike = (alike: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  (select found.*, unnest(found.items) as item from ${alike} found) about
  cross join lateral (select (about.item).*) i ${ofAlike}
  join people p on p.workspace_id = i.workspace_id and p.id = i.person_id
  left join read_marks rm on rm.workspace_id = i.workspace_id and rm.person_id = i.person_id and rm.thread_id = i.thread_id
  left join read_floors floor on floor.workspace_id = i.workspace_id and floor.person_id = i.person_id`

/** The item is open, snoozed or done at `now`. Something snoozed is open again from its moment on. */
export function inState(state: 'open' | 'snoozed' | 'done', now: Temporal.Instant): RawBuilder<boolean> {
  const asleep = sql<boolean>`(i.state = 'snoozed' and i.snoozed_until > ${now})`
  const over = sql<boolean>`coalesce(${finished(now)}, false)`
  if (state === 'open') return sql<boolean>`i.state <> 'done' and not ${asleep} and not ${over}`
  if (state === 'snoozed') return sql<boolean>`i.state <> 'done' and ${asleep} and not ${over}`
  return over
}
