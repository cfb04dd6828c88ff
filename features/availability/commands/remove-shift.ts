import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockShift } from '../access/rotations.ts'
import type { ShiftRemoved } from '../events.ts'
import { mayChangeRotation } from '../policy.ts'
import { ensureNotOver, notYours } from '../rules/rotations.ts'

/** Takes a shift away. One that runs ends now: that it ran stays on record. */
export async function removeShift(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  await transact(ctx, async (tx) => {
    const shift = await lockShift(tx, ctx, id)
    if (!mayChangeRotation(ctx, shift.rotation)) throw notYours()
    ensureNotOver(shift, ctx.now)
    const running = Temporal.Instant.compare(shift.startsAt, ctx.now) < 0
    const own = { workspace_id: ctx.workspaceId, id }
    if (running)
      await tx
        .updateTable('shifts')
        .set({ ends_at: ctx.now })
        .where((where) => where.and(own))
        .execute()
    else
      await tx
        .deleteFrom('shifts')
        .where((where) => where.and(own))
        .execute()
    const subject = { rotationId: shift.rotation.id, shiftId: id, holderId: shift.personId } satisfies ShiftRemoved['subject']
    await record(tx, ctx, { type: 'shift.removed', subject })
  })
  return {}
}
