import { sql } from 'kysely'
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Known } from '#features/availability/rules/notice.ts'

/** What notices may look up about the spaces and asks that these facts name: a statement for each, where there are any. */
export async function knownAsks(
  tx: Tx,
  workspaceId: number,
  events: readonly PositionedEvent[],
): Promise<Pick<Known, 'members' | 'reached'>> {
  const asks = events.filter(({ type }) => type.startsWith('ask.'))
  const members = await membersOf(tx, workspaceId, idsIn(asks, ['ownerSpaceId', 'coverSpaceId']))
  const shared = asks.filter(({ type, subject }) => type === 'ask.taken' || type === 'ask.assigned' || subject['ownerSpaceId'])
  const reached = await reachedBy(tx, workspaceId, idsIn(shared, ['askId']))
  return { members: (spaceId) => members.get(spaceId) ?? [], reached: (askId) => reached.get(askId) ?? new Map() }
}

function idsIn(events: readonly PositionedEvent[], names: readonly string[]): string[] {
  return [...new Set(events.flatMap((event) => names.flatMap((name) => idOf(event, name) ?? [])))]
}

async function membersOf(tx: Tx, workspaceId: number, spaceIds: readonly string[]): Promise<Map<string, string[]>> {
  if (spaceIds.length === 0) return new Map()
  const { rows } = await sql<{ spaceId: string; ids: string[] }>`
    select space_id as "spaceId", array_agg(person_id order by person_id) as ids from space_members
    where workspace_id = ${workspaceId} and space_id = any(${spaceIds}::uuid[]) group by space_id
  `.execute(tx)
  return new Map(rows.map(({ spaceId, ids }) => [spaceId, ids]))
}

async function reachedBy(tx: Tx, workspaceId: number, askIds: readonly string[]): Promise<Map<string, Map<string, boolean>>> {
  if (askIds.length === 0) return new Map()
  const { rows } = await sql<{ askId: string; personId: string; come: boolean }>`
    select ask_id as "askId", person_id as "personId", bool_or(delivered_at is not null) as come from inbox_items
    where workspace_id = ${workspaceId} and ask_id = any(${askIds}::uuid[]) and why = 'ask' and state <> 'done' group by ask_id, person_id
  `.execute(tx)
  const byAsk = Map.groupBy(rows, ({ askId }) => askId)
  return new Map([...byAsk].map(([askId, some]) => [askId, new Map(some.map(({ personId, come }) => [personId, come]))]))
}
