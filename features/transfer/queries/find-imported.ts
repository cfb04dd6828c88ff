import type { Database, Tx } from '#platform/sql/database.ts'
import { sql } from 'kysely'

/** What was made earlier from these things of another system: their ids there, to ids here. */
export async function findImported(db: Database | Tx, workspaceId: number, externalIds: readonly string[]): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('import_entries')
    .select(['external_id', 'made_id'])
    .where('workspace_id', '=', workspaceId)
    .where('source', '=', 'slack')
    .where('external_id', '=', sql<string>`any(${[...new Set(externalIds)]}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.external_id, row.made_id]))
}
