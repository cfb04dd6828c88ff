import { sql } from 'kysely'
import { requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { forbidden } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import type { putCalendar as contract } from '../contract/calendars.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Replaces one's own calendar; the same one again changes nothing. Throws `calendar.not_yours`. */
export async function putCalendar(ctx: Context, { handle, ...calendar }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const { workspaceId, personId, now } = ctx
  await transact(ctx, async (tx) => {
    const person = await requirePerson(tx, ctx, handle)
    if (person.id !== personId) throw forbidden('calendar.not_yours', () => refusalText('hoursNotYours'))
    const text = JSON.stringify(calendar)
    const { numAffectedRows } = await sql`
      update calendars set calendar = ${text}::jsonb, hours_set = true, version = version + 1, changed_at = ${now}
      where workspace_id = ${workspaceId} and person_id = ${personId} and not (hours_set and calendar = ${text}::jsonb)
    `.execute(tx)
    if (numAffectedRows) await record(tx, ctx, { type: 'calendar.changed', subject: { personId } })
  })
  return { ...calendar, hoursSet: true }
}
