// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import type { Tx } from '#platform/sql/database.ts'
import { anyOf } from '#platform/sql/any-of.ts'

/** Takes away what is not to be found any more. */
export async function dropEntries(tx: Tx, workspaceId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('search_entries').where('workspace_id', '=', workspaceId).where('id', '=', anyOf(ids)).execute()
}
