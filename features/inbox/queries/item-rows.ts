import { type RawBuilder, sql } from 'kysely'
import type { PersonName } from '#platform/contract/shapes.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import { around, finished, readsItem, waits } from '../access.ts'

type Instant = Temporal.Instant

export interface ItemRow {
  readonly id: string
  readonly why: string
  /** Of its thread; null of what is about a shift. */
  readonly number: number | null
  /** Of its thread, else the name of the rotation. */
  readonly title: string
  readonly slug: string | null
  readonly spaceName: string | null
  readonly swap: SwapRow | null
  readonly postId: string | null
  readonly postSeq: number | null
  /** What it is about, as it stands: the ask's words, else the post's. */
  readonly body: string | null
  readonly askId: string | null
  readonly fromHandle: string | null
  readonly fromName: string | null
  readonly at: Instant
  readonly deliverAt: Instant | null
  readonly deliveredAt: Instant
  readonly due: Instant | null
  readonly finished: boolean
  readonly state: string
  readonly until: Instant | null
}

/** An offer of a shift; instants as PostgreSQL writes them. */
export interface SwapRow {
  readonly id: string
  readonly rotation: { readonly slug: string; readonly name: string }
  readonly start: string
  readonly end: string
  readonly from: PersonName
  readonly to: PersonName
  readonly note: string
  /** The one from whom the shift would go offered it. */
  readonly given: boolean
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn' | 'over'
}

interface Narrowing {
  /** A condition on `inbox_items i` and what stands around it, which says whose items they are. */
  readonly where: RawBuilder<boolean>
  readonly limit: number
}

interface At {
  readonly db: Database | Tx
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Delivered items that their people may see today, the newest first, in one statement. A deleted post takes its items with it. */
export async function itemRows({ db, workspaceId, now }: At, { where, limit }: Narrowing): Promise<ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select i.id, i.why, t.number, coalesce(t.title, sw.offer->'rotation'->>'name') as title, s.slug, s.name as "spaceName", po.id as "postId", po.seq as "postSeq",
      ${bodyOfItem} as body, i.ask_id as "askId", sw.offer as swap,
      f.handle as "fromHandle", f.name as "fromName", i.made_at as at, i.deliver_at as "deliverAt", i.delivered_at as "deliveredAt", a.due_at as due,
      coalesce(${finished(now)}, false) as finished, i.state, i.snoozed_until as until
    from inbox_items i ${around}
    left join lateral ${offer(now)} sw on true
    left join people f on f.workspace_id = i.workspace_id and f.id = ${sender}
    where i.workspace_id = ${workspaceId} and i.delivered_at is not null
      and (i.post_id is null or (po.id is not null and not po.deleted)) and ${readsItem} and ${where}
    order by i.delivered_at desc, i.id desc limit ${limit}
  `.execute(db)
  return rows
}

/** Who an item about `a` is from, or with whom its ask is. */
export const sender = sql`case i.why when 'was due' then a.owner_id when 'given' then a.owner_id when 'cover' then a.owner_id
  when 'ask' then coalesce(i.from_id, a.asked_by) when 'page' then a.asked_by else i.from_id end`

/** What an item about `a` or `po` is about, as it stands. */
export const bodyOfItem = sql`case when i.why in ('reply', 'mention', 'answer') then po.body else coalesce(a.body, po.body) end`

const named = (alias: string) => sql`json_build_object('handle', ${sql.ref(`${alias}.handle`)}, 'name', ${sql.ref(`${alias}.name`)})`

/** The offer of a shift that an item is about, as it stands. */
export const offer = (now: Instant) => sql`(
  select json_build_object('id', w.id, 'rotation', json_build_object('slug', r.slug, 'name', r.name), 'start', w.starts_at, 'end', w.ends_at,
    'from', ${named('giver')}, 'to', ${named('taker')}, 'note', w.note, 'given', w.offered_by = w.from_id,
    'state', coalesce(done.state, case when ${waits(now)} then 'open' else 'over' end)) as offer
  from swaps w
  join rotations r on r.workspace_id = w.workspace_id and r.id = w.rotation_id
  join people giver on giver.workspace_id = w.workspace_id and giver.id = w.from_id
  join people taker on taker.workspace_id = w.workspace_id and taker.id = w.to_id
  left join swap_settlements done on done.workspace_id = w.workspace_id and done.swap_id = w.id
  where w.workspace_id = i.workspace_id and w.id = i.swap_id)`
