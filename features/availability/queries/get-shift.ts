import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { seesPerson } from '../access/rotations.ts'
import type { Shift } from '../contract/shifts.ts'
import { shiftRows, toShift } from './shift-rows.ts'

/** One shift, or 404. */
export async function getShift(ctx: Context, { id }: { readonly id: string }): Promise<Shift> {
  const row = await shiftRows(ctx)
    .where('shifts.id', '=', id)
    .where(seesPerson(ctx.db, ctx, 'shifts.person_id'))
    .executeTakeFirst()
  if (!row) throw notFound('shift')
  return toShift(ctx, row)
}
