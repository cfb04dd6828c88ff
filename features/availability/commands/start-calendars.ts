// oxlint-disable house/commands-record -- a first calendar is part of a person's joining, which records itself
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { defaultCalendar } from '../contract/calendar.ts'

/** The calendar of a new person in their zone, flagged as not set by themselves. */
export async function startCalendars(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId' | 'now'>,
  people: readonly { id: string; timeZone: string }[],
): Promise<void> {
  const given = people.map(({ id, timeZone }) => ({ id, calendar: defaultCalendar(timeZone) }))
  await sql`
    insert into calendars (workspace_id, person_id, calendar, hours_set, version, changed_at)
    select ${ctx.workspaceId}::integer, id, calendar, false, 1, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (id uuid, calendar jsonb)
  `.execute(tx)
}
