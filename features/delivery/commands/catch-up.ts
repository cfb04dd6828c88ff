// oxlint-disable house/commands-record -- what one has read for oneself is no fact about the work
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { lastAbsence } from '../queries/last-absence.ts'
import { CATCH_UP_DAYS } from '../rules/moments.ts'

/** Marks the reader's last absence as caught up with. Where there is none, or it is so already, nothing changes. */
export async function catchUp(ctx: Context): Promise<{ caughtUp: true }> {
  const { workspaceId, personId, now } = ctx
  await transact(ctx, async (tx) => {
    const calendar = (await resolvedCalendars(tx, workspaceId, [personId])).get(personId)
    const absence = calendar ? await lastAbsence({ ...ctx, db: tx }, calendar, { days: CATCH_UP_DAYS }) : null
    if (absence === null || absence.caughtUp) return
    await tx
      .insertInto('catch_ups')
      .values({
        workspace_id: workspaceId,
        person_id: personId,
        back_at: Temporal.Instant.fromEpochMilliseconds(absence.back),
        caught_up_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
  return { caughtUp: true }
}
