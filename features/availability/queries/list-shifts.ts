import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { requireRotation, seesPerson } from '../access/rotations.ts'
import type { listShifts as contract } from '../contract/shifts.ts'
import { gapsIn } from '../rules/on-call.ts'
import { ensureRange } from '../rules/range.ts'
import { spanText } from '../rules/wire.ts'
import { shiftRows, toShift } from './shift-rows.ts'

/** The shifts that touch a range, by their start, and its gaps. A guest is shown whom they meet; a shift of somebody else is still no gap. */
export async function listShifts(ctx: Context, { slug, from, to }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const [first, last] = [Temporal.Instant.from(from), Temporal.Instant.from(to)]
  const range = ensureRange(first.epochMilliseconds, last.epochMilliseconds)
  const rotation = await requireRotation(ctx.db, ctx, slug)
  const rows = await shiftRows(ctx)
    .where('rotations.id', '=', rotation.id)
    .where('shifts.starts_at', '<', last)
    .where('shifts.ends_at', '>', first)
    .select(sql<boolean>`(${seesPerson(ctx.db, ctx, 'shifts.person_id')})`.as('seen'))
    .orderBy('shifts.starts_at')
    .orderBy('shifts.layer')
    .execute()
  const turns = rows.map(({ layer, startsAt, endsAt }) => ({ layer, start: startsAt.epochMilliseconds, end: endsAt.epochMilliseconds }))
  return { items: rows.filter(({ seen }) => seen).map((row) => toShift(ctx, row)), gaps: gapsIn(turns, range).map(spanText) }
}
