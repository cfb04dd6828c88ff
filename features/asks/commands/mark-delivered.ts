// oxlint-disable house/commands-record -- a delivery is on record where it is made
import { sql } from 'kysely'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import { calendarsOf, keeperOf } from '../access/calendars.ts'
import { timesOf } from '../rules/schedule.ts'

export interface DeliveredAsk {
  readonly askId: string
  /** Null while a space has it. */
  readonly ownerId: string | null
  /** When it is listed once more because it is due that day. */
  readonly dueTodayAt: Temporal.Instant | null
}

/**
 * Notes that these asks have come to their owners, those of a space to the first of its members, and from that when each is listed once more and when it ends by itself. What came before,
 * or is settled, stays as it was and is not answered.
 */
export async function markDelivered(
  tx: Tx,
  workspaceId: number,
  { askIds, at }: { askIds: readonly string[]; at: Temporal.Instant },
): Promise<DeliveredAsk[]> {
  if (askIds.length === 0) return []
  const asks = await openAsks(tx, workspaceId).where('asks.id', '=', anyOf(askIds)).where('asks.delivered_at', 'is', null).execute()
  if (asks.length === 0) return []
  const calendars = await calendarsOf(tx, workspaceId, asks.map(keeperOf))
  const times = asks.map((ask) => ({
    ask,
    ...timesOf(calendars.of(keeperOf(ask)), { ...ask, deliveredAt: at }, ask.dueAt?.epochMilliseconds ?? null),
    // While a space has it nobody in particular is reminded: it is given to one of them first.
    ...(ask.ownerId === null ? { dueTodayAt: null } : {}),
  }))
  const rows = times.map(({ ask, dueTodayAt, expiresAt }) => ({
    id: ask.id,
    due_today_at: dueTodayAt?.toString() ?? null,
    expires_at: expiresAt.toString(),
  }))
  await sql`
    update asks set delivered_at = ${at}, due_today_at = given.due_today_at, expires_at = given.expires_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id uuid, due_today_at timestamptz, expires_at timestamptz)
    where asks.workspace_id = ${workspaceId} and asks.id = given.id
  `.execute(tx)
  return times.map(({ ask, dueTodayAt }) => ({ askId: ask.id, ownerId: ask.ownerId, dueTodayAt }))
}
