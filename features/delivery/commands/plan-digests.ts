// oxlint-disable house/commands-record -- moments follow from calendars and items, whose changes were recorded
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { digestAfter } from '../rules/moments.ts'

interface Planning {
  readonly people: readonly string[]
  /** The next moment is the first after this instant. */
  readonly after: Temporal.Instant
}

/** Plans each person's next digest moment: one row a person, whatever it will gather. Those whose calendar holds none have none. */
export async function planDigests(tx: Tx, workspaceId: number, { people, after }: Planning): Promise<void> {
  if (people.length === 0) return
  const calendars = await resolvedCalendars(tx, workspaceId, people)
  const planned = [...calendars]
    .map(([person, calendar]) => ({ person, due: digestAfter(calendar, after)?.toString() }))
    .filter(({ due }) => due)
  if (planned.length === 0) return
  await sql`
    insert into delivery_moments (workspace_id, person_id, due_at, kind)
    select ${workspaceId}::integer, m.person, m.due, 'digest' from jsonb_to_recordset(${JSON.stringify(planned)}::jsonb) as m (person uuid, due timestamptz)
    on conflict (workspace_id, person_id, due_at) do update set kind = 'digest'
  `.execute(tx)
}
