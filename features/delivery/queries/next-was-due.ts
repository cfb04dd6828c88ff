import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { whoTakesNoDigests } from '../access/digested.ts'

/** When the next ask was due of somebody who has no digest to read of it in; null when none is open. */
export async function nextWasDue({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ due: Temporal.Instant | null }>`
    select min(passing.due_at) as due from read_floors floor
    cross join lateral (
      select a.due_at from asks a
      where a.workspace_id = ${workspaceId} and a.asked_by = floor.person_id and a.state = 'open' and a.due_at > floor.digests_through
      order by a.due_at limit 1
    ) passing
    where floor.workspace_id = ${workspaceId} and ${whoTakesNoDigests}
  `.execute(db)
  return rows[0]?.due ?? null
}
