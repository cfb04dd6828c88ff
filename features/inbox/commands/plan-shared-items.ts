// oxlint-disable house/commands-record -- when something comes follows from a calendar and an ask, whose changes were recorded
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { plan } from '#features/availability/rules/plan.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

interface Wanted {
  /** Only items about these asks, or of these people. */
  readonly of: { readonly askIds: readonly string[] } | { readonly people: readonly string[] }
  readonly now: Temporal.Instant
}

interface HeldItem {
  readonly id: string
  readonly personId: string
  readonly due: Temporal.Instant | null
}

/**
 * Plans when each of several people gets what any of them may take: asks that spaces have, and those one covers for. It comes in their own time, early
 * enough for its due if it can. Returns those for whom it comes at another time than before.
 */
export async function planSharedItems(tx: Tx, workspaceId: number, { of, now }: Wanted): Promise<string[]> {
  const narrowed = 'askIds' in of ? sql`i.ask_id = any(${[...of.askIds]}::uuid[])` : sql`i.person_id = any(${[...of.people]}::uuid[])`
  const { rows } = await sql<HeldItem>`
    select i.id, i.person_id as "personId", a.due_at as due from inbox_items i
    join asks a on a.workspace_id = i.workspace_id and a.id = i.ask_id and a.state = 'open'
    where i.workspace_id = ${workspaceId} and ${narrowed} and i.delivered_at is null
      and ((i.why = 'ask' and a.owner_space_id is not null) or i.why = 'cover')
  `.execute(tx)
  if (rows.length === 0) return []
  const calendars = await resolvedCalendars(
    tx,
    workspaceId,
    rows.map(({ personId }) => personId),
  )
  const plans = rows.map((item) => ({ id: item.id, deliverAt: comesAt(calendars.get(item.personId), item, now) }))
  const moved = await sql<{ personId: string }>`
    update inbox_items i set deliver_at = plan."deliverAt"
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as plan (id uuid, "deliverAt" timestamptz)
    where i.workspace_id = ${workspaceId} and i.id = plan.id and i.deliver_at is distinct from plan."deliverAt"
    returning i.person_id as "personId"
  `.execute(tx)
  return moved.rows.map(({ personId }) => personId)
}

function comesAt(calendar: Resolved | undefined, { due }: HeldItem, now: Temporal.Instant): string | null {
  if (!calendar) return null
  const neededBy = due === null ? ('whenever' as const) : { at: due.toString() }
  const { deliverAt } = plan(calendar, { at: now.epochMilliseconds, attention: 'timely', neededBy })
  return deliverAt === null ? null : Temporal.Instant.fromEpochMilliseconds(deliverAt).toString()
}
