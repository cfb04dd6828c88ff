import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockRotation } from '../access/rotations.ts'
import type { planShifts as contract } from '../contract/shifts.ts'
import type { ShiftsPlanned } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { personInRotation } from '../queries/person-in-rotation.ts'
import { notYours } from '../rules/rotations.ts'
import { turnsOf } from '../rules/shift-pattern.ts'
import { instantText } from '../rules/wire.ts'
import { keepShifts } from './keep-shifts.ts'

/** What a pattern comes to: how many shifts, from when to when. */
export function plannedOf(pattern: Omit<InputOf<typeof contract>, 'slug' | 'layer'>): OutputOf<typeof contract> {
  const turns = turnsOf(pattern)
  return { count: turns.length, start: instantText(turns[0]!.start), end: instantText(turns.at(-1)!.end) }
}

/** Writes the shifts of a pattern, all or none. */
export async function planShifts(ctx: Context, { slug, layer, ...pattern }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  await transact(ctx, async (tx) => {
    const rotation = await lockRotation(tx, ctx, slug)
    if (!mayChangeRotation(ctx, rotation)) throw notYours()
    const ids = new Map<string, string>()
    for (const [index, handle] of pattern.people.entries()) {
      const person = await personInRotation(tx, ctx, { rotationId: rotation.id, handle, path: `people.${index}` })
      ids.set(handle, person.id)
    }
    const shifts = turnsOf(pattern).map(({ person, start, end }) => ({
      layer,
      personId: ids.get(person)!,
      startsAt: Temporal.Instant.fromEpochMilliseconds(start),
      endsAt: Temporal.Instant.fromEpochMilliseconds(end),
    }))
    await keepShifts(tx, ctx, { rotationId: rotation.id, shifts })
    const subject = { rotationId: rotation.id, count: shifts.length } satisfies ShiftsPlanned['subject']
    await record(tx, ctx, { type: 'shift.planned', subject })
  })
  return plannedOf(pattern)
}
