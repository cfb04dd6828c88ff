import type { Database } from '#platform/sql/database.ts'
import { isOpen } from '../access/asks.ts'

/** When the next open ask ends by itself; null when there is none. */
export async function nextExpiry({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const next = await db
    .selectFrom('asks')
    .where('workspace_id', '=', workspaceId)
    .where(isOpen)
    .orderBy('expires_at')
    .limit(1)
    .select('expires_at')
    .executeTakeFirst()
  return next?.expires_at ?? null
}
