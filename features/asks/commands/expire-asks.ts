// oxlint-disable house/commands-record -- settleAsks records how each ended
import type { Database } from '#platform/sql/database.ts'
import { openAsks } from '../access/asks.ts'
import { settleAsks } from './settle-asks.ts'

const AT_ONCE = 200

/** Ends the asks whose time has passed unanswered. Returns how many; when many, there may be more. */
export async function expireAsks({ db, workspaceId, due }: { db: Database; workspaceId: number; due: Temporal.Instant }): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const asks = await openAsks(tx, workspaceId).where('asks.expires_at', '<=', due).limit(AT_ONCE).execute()
    const ended = await settleAsks(tx, { workspaceId, personId: null, now: due }, { asks, end: { state: 'expired' } })
    return ended.size
  })
}
