import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockShift, type ShiftRow } from '../access/rotations.ts'
import type { changeShift as contract, Shift } from '../contract/shifts.ts'
import type { ShiftChanged } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { getShift } from '../queries/get-shift.ts'
import { personInRotation } from '../queries/person-in-rotation.ts'
import { ensureLasts, ensureNotOver, hasBegun, notYours } from '../rules/rotations.ts'
import { handOverShift } from './hand-over-shift.ts'
import { ensureFree } from './keep-shifts.ts'

/** Changes who has a shift and when it is. What of it lies behind stays as it was. */
export async function changeShift(ctx: Context, { id, person: handle, start, end }: InputOf<typeof contract>): Promise<Shift> {
  return transact(ctx, async (tx) => {
    const shift = await lockShift(tx, ctx, id)
    if (!mayChangeRotation(ctx, shift.rotation)) throw notYours()
    ensureNotOver(shift, ctx.now)
    const moved = await move(tx, ctx, { shift, startsAt: instantOr(start, shift.startsAt), endsAt: instantOr(end, shift.endsAt) })
    const toId =
      handle === undefined
        ? shift.personId
        : (await personInRotation(tx, ctx, { rotationId: shift.rotation.id, handle, path: 'person' })).id
    const now = toId === shift.personId ? id : await handOverShift(tx, ctx, { shift: moved, toId })
    const subject = { rotationId: shift.rotation.id, shiftId: now, holderId: toId } satisfies ShiftChanged['subject']
    if (moved !== shift || toId !== shift.personId) await record(tx, ctx, { type: 'shift.changed', subject })
    return getShift({ ...ctx, db: tx }, { id: now })
  })
}

const instantOr = (text: string | undefined, otherwise: Temporal.Instant): Temporal.Instant =>
  text === undefined ? otherwise : Temporal.Instant.from(text)

async function move(
  tx: Tx,
  ctx: Context,
  { shift, startsAt, endsAt }: { shift: ShiftRow; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<ShiftRow> {
  if (startsAt.equals(shift.startsAt) && endsAt.equals(shift.endsAt)) return shift
  ensureLasts(startsAt, endsAt)
  const began = Temporal.Instant.compare(shift.startsAt, ctx.now) < 0
  if (began && (!startsAt.equals(shift.startsAt) || Temporal.Instant.compare(endsAt, ctx.now) < 0)) throw hasBegun()
  const { id, layer, personId, rotation } = shift
  await ensureFree(tx, ctx, { rotationId: rotation.id, shifts: [{ layer, personId, startsAt, endsAt }], except: id })
  await tx
    .updateTable('shifts')
    .set({ starts_at: startsAt, ends_at: endsAt })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute()
  return { ...shift, startsAt, endsAt }
}
