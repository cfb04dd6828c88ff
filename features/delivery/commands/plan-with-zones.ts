// oxlint-disable house/commands-record -- that the world's clocks changed is no fact of the workspace
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { replanUndelivered } from '#features/asks/commands/replan-undelivered.ts'
import { replanReach } from './replan-people.ts'

interface Start {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
  /** Which time-zone database this process plans with. */
  readonly timeZones: string
}

/** Plans everything anew that has not reached anybody yet, when it was planned with another time-zone database. */
export async function planWithZones({ db, workspaceId, now, timeZones }: Start): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('planned_with')
      .select('time_zones')
      .where('workspace_id', '=', workspaceId)
      .forUpdate()
      .executeTakeFirst()
    if (before?.time_zones === timeZones) return
    await tx
      .insertInto('planned_with')
      .values({ workspace_id: workspaceId, time_zones: timeZones })
      .onConflict((already) => already.column('workspace_id').doUpdateSet({ time_zones: timeZones }))
      .execute()
    if (!before) return
    await replanUndelivered(tx, { workspaceId, now })
    // Whose moment has passed is reached first, and planned by the new rules from there.
    const { rows } = await sql<{ id: string }>`
      select person_id as id from read_floors floor where workspace_id = ${workspaceId} and not exists (
        select from delivery_moments m where m.workspace_id = floor.workspace_id and m.person_id = floor.person_id and m.due_at <= ${now})
    `.execute(tx)
    await replanReach(tx, workspaceId, { people: rows.map(({ id }) => id), now })
  })
}
