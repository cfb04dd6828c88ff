import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { excerptOf } from '#platform/markdown/plain-text.ts'
import type { Ask } from '#features/asks/contract/ask.ts'
import { askViewsOnce } from '#features/asks/queries/ask-views.ts'
import type { InboxItem } from '../contract.ts'
import type { ItemRow, SwapRow } from './item-rows.ts'

/** Items as they are shown, with the asks they are about: one statement more for those, if there are any. */
export async function itemViews(ctx: Context, rows: readonly ItemRow[]): Promise<InboxItem[]> {
  const ids = rows.map(({ askId }) => askId).filter((id) => id !== null)
  const asks = ids.length === 0 ? [] : await asksBy(ctx, { ids })
  const byId = new Map(asks.map((ask) => [ask.id, ask]))
  return rows.map((row) => itemView(row, { ask: byId.get(row.askId ?? '') ?? null, now: ctx.now }))
}

const asksBy = askViewsOnce((asks, { ids }: { ids: readonly string[] }) => asks.where('asks.id', '=', sql<string>`any(${ids}::uuid[])`))

function itemView(row: ItemRow, { ask, now }: { ask: Ask | null; now: Temporal.Instant }): InboxItem {
  const state = stateOf(row, now)
  return {
    id: row.id,
    why: row.why,
    number: row.number,
    title: row.title,
    space: row.slug !== null && row.spaceName !== null ? { slug: row.slug, name: row.spaceName } : null,
    post: row.postId !== null && row.postSeq !== null ? { id: row.postId, seq: row.postSeq } : null,
    excerpt: excerptOf(row.body ?? row.swap?.note ?? ''),
    ask,
    swap: row.swap && swapView(row.swap, row.why),
    from: row.fromHandle !== null && row.fromName !== null ? { handle: row.fromHandle, name: row.fromName } : null,
    at: row.at.toString(),
    deliverAt: row.deliverAt?.toString() ?? null,
    deliveredAt: row.deliveredAt.toString(),
    due: row.due?.toString() ?? null,
    state,
    until: state === 'snoozed' ? (row.until?.toString() ?? null) : null,
  }
}

/** Accepted and declined by the one to whom it was offered, whose item it is. */
function swapView({ note: _note, start, end, ...swap }: SwapRow, why: string): InboxItem['swap'] {
  const isOffered = why === 'swap' && swap.state === 'open'
  const times = { start: Temporal.Instant.from(start).toString(), end: Temporal.Instant.from(end).toString() }
  return { ...swap, ...times, may: { accept: isOffered, decline: isOffered } }
}

/** Something snoozed is open again from its moment on. */
function stateOf({ finished, state, until }: ItemRow, now: Temporal.Instant): InboxItem['state'] {
  if (finished) return 'done'
  return state === 'snoozed' && until !== null && Temporal.Instant.compare(until, now) > 0 ? 'snoozed' : 'open'
}
