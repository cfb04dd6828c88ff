import type { Database } from '#platform/sql/database.ts'
import { isOpen } from '../access/asks.ts'

/** When the next ask that a space has is given to one of its members; null when there is none. */
export async function nextAssignment({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const next = await db
    .selectFrom('asks')
    .where('workspace_id', '=', workspaceId)
    .where(isOpen)
    .where('assign_at', 'is not', null)
    .orderBy('assign_at')
    .limit(1)
    .select('assign_at')
    .executeTakeFirst()
  return next?.assign_at ?? null
}
