import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import { inState } from '../access.ts'
import type { InboxItem, listInbox as endpoint } from '../contract.ts'
import { deliveredThrough } from './delivered-through.ts'
import { itemRows } from './item-rows.ts'
import { itemViews } from './item-views.ts'

/**
 * A piece of the inbox, the newest first: one statement for the items, one for the asks among them; and one before them for how far it reaches, so that
 * nothing is said to be here that came meanwhile.
 */
export async function listInbox(
  ctx: Context,
  { state, after, limit }: InputOf<typeof endpoint>,
): Promise<{ items: InboxItem[]; next: string | null; through: number }> {
  const through = await deliveredThrough(ctx)
  const where = sql<boolean>`i.person_id = ${ctx.personId} and ${inState(state, ctx.now)} and ${behind(after)}`
  const rows = await itemRows(ctx, { where, limit: limit + 1 })
  const items = await itemViews(ctx, rows.slice(0, limit))
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursorOf([last.deliveredAt, last.id]) : null, through }
}

const cursor = z.tuple([cursorInstant, z.uuid()])

function behind(after: string | undefined): RawBuilder<boolean> {
  const last = readCursor(cursor, after)
  return last ? sql<boolean>`(i.delivered_at, i.id) < (${last[0]}::timestamptz, ${last[1]}::uuid)` : sql<boolean>`true`
}
