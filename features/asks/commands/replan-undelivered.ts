// oxlint-disable house/commands-record -- replanAsks records what changed
import type { Tx } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import type { Actor } from '../events.ts'
import { replanAsks } from './replan-asks.ts'

/**
 * Plans everything anew that is still to come: when the rules of the world's clocks may have changed. What should have come by now is left to
 * whoever delivers it.
 */
export async function replanUndelivered(tx: Tx, at: Pick<Actor, 'workspaceId' | 'now'>): Promise<void> {
  const asks = await openAsks(tx, at.workspaceId)
    .where('asks.delivered_at', 'is', null)
    .where((where) => where.or([where('asks.deliver_at', 'is', null), where('asks.deliver_at', '>', at.now)]))
    .execute()
  await replanAsks(tx, at, asks)
}
