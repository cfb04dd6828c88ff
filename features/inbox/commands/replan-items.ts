// oxlint-disable house/commands-record -- when something comes follows from a calendar, whose change was recorded
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import type { AttentionClass } from '#features/availability/rules/notice.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { deliverAtOf, takesNoDigests } from '../rules/levels.ts'
import { planSharedItems } from './plan-shared-items.ts'

interface HeldItem {
  readonly id: string
  readonly personId: string
  readonly attention: AttentionClass
  /** When the shift begins whose offer it is about. */
  readonly by: Temporal.Instant | null
}

/** Plans anew when everything comes that waits for these people. Asks must be planned before: their items come when the asks say. */
export async function replanItems(
  tx: Tx,
  workspaceId: number,
  { people, now }: { people: readonly string[]; now: Temporal.Instant },
): Promise<void> {
  const calendars = await resolvedCalendars(tx, workspaceId, people)
  await sql`
    update inbox_items i set deliver_at = a.deliver_at, attention = 'timely' from asks a
    where i.workspace_id = ${workspaceId} and i.person_id = any(${[...people]}::uuid[]) and i.delivered_at is null and i.why = 'ask'
      and a.workspace_id = i.workspace_id and a.id = i.ask_id and a.owner_id = i.person_id and a.deliver_at is distinct from i.deliver_at
  `.execute(tx)
  await planSharedItems(tx, workspaceId, { of: { people }, now })
  const { rows } = await sql<HeldItem>`
    select i.id, i.person_id as "personId", i.attention, w.starts_at as by from inbox_items i
    left join swaps w on w.workspace_id = i.workspace_id and w.id = i.swap_id
    where i.workspace_id = ${workspaceId} and i.person_id = any(${[...people]}::uuid[]) and i.delivered_at is null and i.why not in ('ask', 'cover')
      and i.attention <> 'urgent'
  `.execute(tx)
  await keepPlans(tx, workspaceId, {
    plans: rows.map((item) => ({ id: item.id, ...planOf(calendars.get(item.personId), item, now) })),
    now,
  })
}

interface ItemPlan {
  readonly id: string
  readonly deliverAt: string | null
  /** For those who take no digests any more: it is there at once. */
  readonly atOnce: boolean
}

function planOf(calendar: Resolved | undefined, { attention, by }: HeldItem, now: Temporal.Instant): Omit<ItemPlan, 'id'> {
  if (!calendar) return { deliverAt: null, atOnce: false }
  if (takesNoDigests(calendar, now.epochMilliseconds)) return { deliverAt: now.toString(), atOnce: true }
  const at = deliverAtOf(calendar, { at: now.epochMilliseconds, attention, by: by?.epochMilliseconds ?? null })
  return { deliverAt: at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString(), atOnce: false }
}

async function keepPlans(
  tx: Tx,
  workspaceId: number,
  { plans, now }: { plans: readonly ItemPlan[]; now: Temporal.Instant },
): Promise<void> {
  if (plans.length === 0) return
  await sql`
    update inbox_items i set deliver_at = plan."deliverAt", delivered_at = case when plan."atOnce" then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(plans)}::jsonb) as plan (id uuid, "deliverAt" timestamptz, "atOnce" boolean)
    where i.workspace_id = ${workspaceId} and i.id = plan.id
  `.execute(tx)
}
