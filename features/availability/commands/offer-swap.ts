import type { PersonRow } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockShift, type ShiftRow } from '../access/rotations.ts'
import type { offerSwap as contract, Shift } from '../contract/shifts.ts'
import type { SwapOffered } from '../events.ts'
import { mayOfferShift } from '../policy.ts'
import { getShift } from '../queries/get-shift.ts'
import { personInRotation } from '../queries/person-in-rotation.ts'
import { ensureNotOver, isOffered, isYourOwn, shiftNotYours } from '../rules/rotations.ts'

/** Offers one's shift to another member, or, without `to`, to take over somebody's. One offer for a shift at a time. */
export async function offerSwap(ctx: Context, { id, to, note }: InputOf<typeof contract>): Promise<Shift> {
  const { workspaceId, personId, now } = ctx
  return transact(ctx, async (tx) => {
    const shift = await lockShift(tx, ctx, id)
    const taker = await takerOf(tx, ctx, { shift, to })
    ensureNotOver(shift, now)
    const open = (await getShift({ ...ctx, db: tx }, { id })).swap
    if (open) throw isOffered(open.by.handle === open.from.handle ? open.to.name : open.from.name)
    const swapId = newId(now)
    await tx
      .insertInto('swaps')
      .values({
        workspace_id: workspaceId,
        id: swapId,
        rotation_id: shift.rotation.id,
        shift_id: id,
        from_id: shift.personId,
        to_id: taker.id,
        starts_at: shift.startsAt,
        ends_at: shift.endsAt,
        note,
        offered_by: personId,
        offered_at: now,
      })
      .execute()
    const subject = { rotationId: shift.rotation.id, swapId, fromId: shift.personId, toId: taker.id } satisfies SwapOffered['subject']
    await record(tx, ctx, { type: 'swap.offered', subject })
    return getShift({ ...ctx, db: tx }, { id })
  })
}

async function takerOf(tx: Tx, ctx: Context, { shift, to }: { shift: ShiftRow; to: string | undefined }): Promise<PersonRow> {
  const own = mayOfferShift(ctx, shift)
  if (!own && (!shift.rotation.member || (to !== undefined && to !== 'me' && to !== ctx.handle))) throw shiftNotYours()
  if (own && (to === undefined || to === 'me' || to === ctx.handle)) throw isYourOwn()
  return personInRotation(tx, ctx, { rotationId: shift.rotation.id, handle: to ?? 'me', path: 'to' })
}
