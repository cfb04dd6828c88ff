import type { Database } from '#platform/sql/database.ts'
import { isOpen } from '../access/asks.ts'

/** When the next absence begins or ends in which somebody covers for the owner of an ask; null when there is none. */
export async function nextCover({ db, workspaceId }: { db: Database; workspaceId: number }): Promise<Temporal.Instant | null> {
  const next = await db
    .selectFrom('asks')
    .where('workspace_id', '=', workspaceId)
    .where(isOpen)
    .where('cover_at', 'is not', null)
    .orderBy('cover_at')
    .limit(1)
    .select('cover_at')
    .executeTakeFirst()
  return next?.cover_at ?? null
}
