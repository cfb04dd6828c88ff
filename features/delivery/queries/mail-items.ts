import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { excerpted } from '#platform/markdown/rendering-cache.ts'
import { alikeItems, aroundAlike, ofAlike, finished, readsItem } from '#features/inbox/access.ts'
import { bodyOfItem, offer, sender, type SwapRow } from '#features/inbox/queries/item-rows.ts'
import { fileNamesOf } from '#features/threads/queries/file-views.ts'
import { withFileNames } from '#features/threads/rules/file-names.ts'
import type { MailItem } from '../mail/digest.ts'
import type { ToldDelivery, ToldTo } from './told-deliveries.ts'

const MOST = 200

/** Items that came at one moment, of whomever, that say the same. */
interface Alike {
  readonly n: number
  readonly deliveredAt: Temporal.Instant
  readonly why: string
  readonly askId: string | null
  /** Of their thread; null of what is about a shift. */
  readonly number: number | null
  /** Of their thread, else the name of the rotation. */
  readonly title: string
  readonly from: string | null
  readonly body: string | null
  /** The names of the post's files, where they are about a post. */
  readonly files: string | null
  readonly swap: SwapRow | null
  /** It was passed on so late that little or no time is left before it is due. */
  readonly late: boolean | null
}

/** What items speak of; or, of those that are told, the ids. */
type Row = (Alike & { readonly ids: null }) | { readonly n: number; readonly ids: readonly string[] }

export interface ItemsOfMail {
  /** Asks that come for the first time, and asks that are due today, by their ids. */
  readonly fresh: readonly string[]
  readonly again: readonly string[]
  /** Everything else. */
  readonly told: readonly MailItem[]
}

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** The items of these deliveries that are still there and not dealt with, by mail, in one statement. */
export async function mailItems(at: At, mails: readonly ToldTo[]): Promise<Map<string, ItemsOfMail>> {
  const ids = mails.flatMap(({ deliveries }) => deliveries.flatMap(({ items }) => items).slice(-MOST))
  if (ids.length === 0) return new Map()
  const rows = await toldItems(at, ids)
  const alike = new Map(rows.flatMap((row) => (row.ids === null ? [[row.n, toldAlike(row)]] : [])))
  const byId = new Map(rows.flatMap(({ n, ids: told }) => (told ?? []).map((id) => [id, alike.get(n)!])))
  return new Map(mails.map(({ mailId, deliveries }) => [mailId, itemsOf(byId, deliveries)]))
}

/** What these items speak of, each once, and the ids of those that their people may see today and that are not finished. A deleted post takes its items with it. */
async function toldItems({ db, workspaceId, now }: At, ids: readonly string[]): Promise<Row[]> {
  const which = sql<boolean>`i.workspace_id = ${workspaceId} and i.id = any(${ids}::uuid[]) and i.delivered_at is not null`
  const { rows } = await sql<Row>`
    with alike as materialized (${alikeItems(which)})
    select about.n, null::uuid[] as ids, i.delivered_at as "deliveredAt", i.why, i.ask_id as "askId", t.number,
      coalesce(t.title, sw.offer->'rotation'->>'name') as title, coalesce(f.name, case i.why when 'was due' then owning.name end) as from,
      ${bodyOfItem} as body, case when i.why in ('reply', 'mention', 'answer') then ${fileNamesOf('po')} end as files, sw.offer as swap,
      i.why = 'passed' and a.state = 'open' and (a.tight or a.unreachable) as late
    from alike about cross join lateral (select (about.items[1]).*) i ${ofAlike}
    left join lateral ${offer(now)} sw on true
    left join people f on f.workspace_id = i.workspace_id and f.id = ${sender}
    left join spaces owning on owning.workspace_id = a.workspace_id and owning.id = a.owner_space_id
    union all
    select about.n, array_agg(i.id), null, null, null, null, null, null, null, null, null, null
    from ${aroundAlike(sql`alike`)}
    where (i.post_id is null or (po.id is not null and not po.deleted)) and ${readsItem} and not coalesce(${finished(now)}, false)
    group by about.n
  `.execute(db)
  return rows
}

const toldAlike = (alike: Alike): ToldAlike => ({ ...alike, at: alike.deliveredAt.epochMilliseconds, item: itemOf(alike) })

interface ToldAlike extends Alike {
  /** When they came, in epoch milliseconds. */
  readonly at: number
  readonly item: MailItem
}

/** A mail's items, the newest first. */
function itemsOf(byId: ReadonlyMap<string, ToldAlike>, deliveries: readonly ToldDelivery[]): ItemsOfMail {
  const came = new Set(deliveries.map(({ madeAt }) => madeAt.epochMilliseconds))
  const ids = new Set(deliveries.flatMap(({ items }) => items))
  const found = [...ids].flatMap((id) => {
    const one = byId.get(id)
    return one ? [{ id, one }] : []
  })
  const alike = found.toSorted((a, b) => b.one.at - a.one.at || (a.id < b.id ? 1 : -1)).map(({ one }) => one)
  const asks = Map.groupBy(alike.filter(isAsk), ({ at }) => came.has(at))
  return { fresh: askIds(asks.get(true)), again: askIds(asks.get(false)), told: alike.filter((one) => !isAsk(one)).map(({ item }) => item) }
}

/** Something to do: an ask of the reader, one that they may take, or one that pages them. */
const isAsk = ({ why }: Alike): boolean => why === 'ask' || why === 'cover' || why === 'page'

const askIds = (alike: readonly Alike[] = []): string[] => alike.map(({ askId }) => askId).filter((id) => id !== null)

const itemOf = ({ why, askId, number, title, from, body, files, swap, late }: Alike): MailItem => ({
  why,
  askId,
  number,
  title,
  from,
  text: withFileNames(excerpted(body ?? swap?.note ?? ''), files),
  late: late === true,
  shift: swap && {
    rotation: swap.rotation.slug,
    start: millisecondsOf(swap.start),
    end: millisecondsOf(swap.end),
    given: swap.given,
  },
})

const millisecondsOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
