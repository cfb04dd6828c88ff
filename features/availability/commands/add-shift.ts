import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockRotation } from '../access/rotations.ts'
import type { addShift as contract, Shift } from '../contract/shifts.ts'
import type { ShiftAdded } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { getShift } from '../queries/get-shift.ts'
import { personInRotation } from '../queries/person-in-rotation.ts'
import { ensureLasts, notYours } from '../rules/rotations.ts'
import { keepShifts } from './keep-shifts.ts'

/** Gives somebody of the rotation a shift. */
export async function addShift(ctx: Context, { slug, person: handle, layer, start, end }: InputOf<typeof contract>): Promise<Shift> {
  const [startsAt, endsAt] = [Temporal.Instant.from(start), Temporal.Instant.from(end)]
  return transact(ctx, async (tx) => {
    const rotation = await lockRotation(tx, ctx, slug)
    if (!mayChangeRotation(ctx, rotation)) throw notYours()
    ensureLasts(startsAt, endsAt)
    const person = await personInRotation(tx, ctx, { rotationId: rotation.id, handle, path: 'person' })
    const [id] = await keepShifts(tx, ctx, { rotationId: rotation.id, shifts: [{ layer, personId: person.id, startsAt, endsAt }] })
    const subject = { rotationId: rotation.id, shiftId: id!, holderId: person.id } satisfies ShiftAdded['subject']
    await record(tx, ctx, { type: 'shift.added', subject })
    return getShift({ ...ctx, db: tx }, { id: id! })
  })
}
