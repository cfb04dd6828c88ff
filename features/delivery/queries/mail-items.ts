import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { excerpted } from '#platform/markdown/rendering-cache.ts'
import { type ItemRow, itemRows } from '#features/inbox/queries/item-rows.ts'
import { withFileNames } from '#features/threads/rules/file-names.ts'
import type { MailItem } from '../mail/digest.ts'
import type { ToldDelivery, ToldTo } from './told-deliveries.ts'

const MOST = 200

export interface ItemsOfMail {
  /** Asks that come for the first time, and asks that are due today, by their ids. */
  readonly fresh: readonly string[]
  readonly again: readonly string[]
  /** Everything else. */
  readonly told: readonly MailItem[]
}

/** The items of these deliveries that are still there and not dealt with, by mail, in one statement. */
export async function mailItems(
  at: { db: Database; workspaceId: number; now: Temporal.Instant },
  mails: readonly ToldTo[],
): Promise<Map<string, ItemsOfMail>> {
  const ids = mails.flatMap(({ deliveries }) => deliveries.flatMap(({ items }) => items).slice(-MOST))
  if (ids.length === 0) return new Map()
  const rows = await itemRows(at, { where: sql<boolean>`i.id = any(${ids}::uuid[])`, limit: ids.length })
  const byPerson = Map.groupBy(
    rows.filter(({ finished }) => !finished),
    ({ personId }) => personId,
  )
  return new Map(mails.map(({ mailId, personId, deliveries }) => [mailId, itemsOf(byPerson.get(personId) ?? [], deliveries)]))
}

function itemsOf(ofPerson: readonly ItemRow[], deliveries: readonly ToldDelivery[]): ItemsOfMail {
  const ids = new Set(deliveries.flatMap(({ items }) => items))
  const rows = ofPerson.filter(({ id }) => ids.has(id))
  const came = new Set(deliveries.map(({ madeAt }) => madeAt.epochMilliseconds))
  const asks = Map.groupBy(rows.filter(isAsk), ({ deliveredAt }) => came.has(deliveredAt.epochMilliseconds))
  return { fresh: askIds(asks.get(true)), again: askIds(asks.get(false)), told: rows.filter((row) => !isAsk(row)).map(itemOf) }
}

/** Something to do: an ask of the reader, one that they may take, or one that pages them. */
const isAsk = ({ why }: ItemRow): boolean => why === 'ask' || why === 'cover' || why === 'page'

const askIds = (rows: readonly ItemRow[] = []): string[] => rows.map(({ askId }) => askId).filter((id) => id !== null)

const itemOf = ({ why, askId, number, title, fromName, owningSpace, body, files, swap }: ItemRow): MailItem => ({
  why,
  askId,
  number,
  title,
  from: fromName ?? (why === 'was due' ? owningSpace : null),
  text: withFileNames(excerpted(body ?? swap?.note ?? ''), files),
  shift: swap && {
    rotation: swap.rotation.slug,
    start: millisecondsOf(swap.start),
    end: millisecondsOf(swap.end),
    given: swap.given,
  },
})

const millisecondsOf = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
