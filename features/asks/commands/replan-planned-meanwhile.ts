// oxlint-disable house/commands-record -- replanAsks records what changed
import { sql } from 'kysely'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import type { Actor } from '../events.ts'
import { replanAsks } from './replan-asks.ts'

interface JustPlanned {
  readonly askIds: readonly string[]
  /** When the first of them was planned. */
  readonly since: Temporal.Instant
}

/** Plans those of these asks anew whose owner changed their calendar just while the ask was planned: it may have been planned by the old one. */
export async function replanPlannedMeanwhile(
  tx: Tx,
  at: Pick<Actor, 'workspaceId' | 'now'>,
  { askIds, since }: JustPlanned,
): Promise<void> {
  if (askIds.length === 0) return
  const asks = await openAsks(tx, at.workspaceId)
    .innerJoin('calendars', (join) =>
      join
        .onRef('calendars.workspace_id', '=', 'asks.workspace_id')
        .on('calendars.person_id', '=', sql`coalesce(asks.owner_id, asks.timed_by)`),
    )
    .where('asks.id', '=', anyOf(askIds))
    .where('calendars.changed_at', '>=', since.subtract({ minutes: 1 }))
    .execute()
  await replanAsks(tx, at, asks)
}
