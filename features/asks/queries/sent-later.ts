import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import { scheduledRows, toScheduled } from './scheduled-rows.ts'

/** Something of the reader's that was to be sent later; once it has left, what `read` makes of the id of what it became. */
export async function sentLater<Sent>(ctx: Context, id: string, read: (sentId: string) => Promise<Sent>): Promise<Scheduled | Sent> {
  const row = await scheduledRows(ctx).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('scheduled')
  return row.sentId === null ? toScheduled(ctx, row) : read(row.sentId)
}
