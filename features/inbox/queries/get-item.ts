import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { InboxItem } from '../contract.ts'
import { itemRows } from './item-rows.ts'
import { itemViews } from './item-views.ts'

/** One delivered item of the reader, or 404. */
export async function getItem(ctx: Context, { id }: { id: string }): Promise<InboxItem> {
  const rows = await itemRows(ctx, { where: sql<boolean>`i.person_id = ${ctx.personId} and i.id = ${id}`, limit: 1 })
  const [item] = await itemViews(ctx, rows)
  if (!item) throw notFound('inbox_item')
  return item
}
