import type { Context } from '#platform/context.ts'
import { type Absence, absenceEnded } from '#features/availability/rules/absence.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

interface LastAbsence extends Absence {
  readonly caughtUp: boolean
}

/** The last absence from which somebody came back within so many days, and whether they have caught up; one statement where there is one. */
export async function lastAbsence(ctx: Context, calendar: Resolved, { days }: { readonly days: number }): Promise<LastAbsence | null> {
  const { db, workspaceId, personId, now } = ctx
  const absence = absenceEnded(calendar, { after: now.subtract({ hours: 24 * days }).epochMilliseconds, by: now.epochMilliseconds })
  if (absence === null) return null
  const done = await db
    .selectFrom('catch_ups')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('back_at', '>=', Temporal.Instant.fromEpochMilliseconds(absence.back))
    .select('back_at')
    .limit(1)
    .executeTakeFirst()
  return { ...absence, caughtUp: done !== undefined }
}
