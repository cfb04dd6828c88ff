import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockShift, requireSwap } from '../access/rotations.ts'
import type { Shift } from '../contract/shifts.ts'
import type { ShiftChanged } from '../events.ts'
import { mayAcceptSwap } from '../policy.ts'
import { getShift } from '../queries/get-shift.ts'
import { personInRotation } from '../queries/person-in-rotation.ts'
import { swapNotYours, swapOutdated } from '../rules/rotations.ts'
import { handOverShift } from './hand-over-shift.ts'
import { settleSwap } from './settle-swap.ts'

/** The other one of the two says yes: the shift changes hands, if it still is as it was when it was offered. */
export async function acceptSwap(ctx: Context, { id }: { id: string }): Promise<Shift> {
  return transact(ctx, async (tx) => {
    const swap = await requireSwap(tx, ctx, id)
    if (!mayAcceptSwap(ctx, swap)) throw swapNotYours()
    await settleSwap(tx, ctx, { swap, state: 'accepted' })
    const shift = swap.shiftThere ? await lockShift(tx, ctx, swap.shiftId) : null
    const same = shift && shift.personId === swap.fromId && shift.startsAt.equals(swap.startsAt) && shift.endsAt.equals(swap.endsAt)
    if (!shift || !same || Temporal.Instant.compare(shift.endsAt, ctx.now) <= 0) throw swapOutdated()
    await personInRotation(tx, ctx, { rotationId: swap.rotationId, handle: swap.toId, path: 'to' })
    const now = await handOverShift(tx, ctx, { shift, toId: swap.toId })
    const subject = { rotationId: swap.rotationId, shiftId: now, holderId: swap.toId } satisfies ShiftChanged['subject']
    await record(tx, ctx, { type: 'shift.changed', subject })
    return getShift({ ...ctx, db: tx }, { id: now })
  })
}
