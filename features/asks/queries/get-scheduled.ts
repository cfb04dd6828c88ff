import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import { scheduledRows, toScheduled } from './scheduled-rows.ts'

/** Something of the reader's that has not left yet, or 404. */
export async function getScheduled(ctx: Context, { id }: { id: string }): Promise<Scheduled> {
  const row = await scheduledRows(ctx).where('id', '=', id).where('state', '<>', sql.lit('sent')).executeTakeFirst()
  if (!row) throw notFound('scheduled')
  return toScheduled(ctx, row)
}
