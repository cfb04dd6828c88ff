// oxlint-disable house/commands-record -- that an instant has passed is no fact that anybody made
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'

interface Passed {
  readonly asks: readonly { readonly personId: string; readonly askId: string; readonly threadId: string; readonly postId: string }[]
  readonly position: number
  readonly now: Temporal.Instant
}

/** Tells askers that what they asked was due: one item for each ask, which comes back if it is due once more. Returns the items' ids with the ask's. */
export async function addWasDue(tx: Tx, workspaceId: number, { asks, position, now }: Passed): Promise<{ id: string; askId: string }[]> {
  if (asks.length === 0) return []
  const given = asks.map((ask) => ({ id: newId(now), ...ask }))
  // The ask stands in for the event: there is none, and an ask is enough to keep one item.
  const { rows } = await sql<{ id: string; askId: string }>`
    insert into inbox_items (workspace_id, id, person_id, why, event_id, position, attention, thread_id, post_id, ask_id, made_at, deliver_at, delivered_at)
    select ${workspaceId}::integer, w.id, w."personId", 'was due', w."askId", ${position}::bigint, 'digest', w."threadId", w."postId", w."askId",
      ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w (id uuid, "personId" uuid, "askId" uuid, "threadId" uuid, "postId" uuid)
    on conflict (workspace_id, person_id, event_id, why) do update
      set state = 'open', snoozed_until = null, position = excluded.position, made_at = excluded.made_at, delivered_at = excluded.delivered_at
    returning id, ask_id as "askId"
  `.execute(tx)
  return rows
}
