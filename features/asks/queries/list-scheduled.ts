import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { cursorInstant, cursorOf, readCursor } from '#platform/sql/cursor.ts'
import type { listScheduled as endpoint, Scheduled } from '../contract/scheduled.ts'
import { scheduledRows, toScheduled } from './scheduled-rows.ts'

const cursor = z.tuple([cursorInstant, z.uuid()])

/** A piece of what the reader sends later and of what could not leave, the next first. One statement. */
export async function listScheduled(
  ctx: Context,
  { after, limit }: InputOf<typeof endpoint>,
): Promise<{ items: Scheduled[]; next: string | null }> {
  const last = readCursor(cursor, after)
  const rows = await scheduledRows(ctx)
    .where('state', '<>', sql.lit('sent'))
    .$if(last !== null, (some) => some.where(sql<boolean>`("sendAt", id) > (${last?.[0]}::timestamptz, ${last?.[1]}::uuid)`))
    .orderBy('sendAt')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => toScheduled(ctx, row))
  const end = items.at(-1)
  return { items, next: end && rows.length > limit ? cursorOf([end.sendAt, end.id]) : null }
}
