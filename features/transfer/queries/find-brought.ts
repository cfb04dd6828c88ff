import { sql } from 'kysely'
import type { Database, Tx } from '#platform/sql/database.ts'

export interface Brought {
  readonly id: string
  readonly handle: string
}

/** People who were brought in from another system, by their ids there. */
export async function findBrought(db: Database | Tx, workspaceId: number, externalIds: readonly string[]): Promise<Map<string, Brought>> {
  const { rows } = await sql<Brought & { externalId: string }>`
    select entry.external_id as "externalId", person.id, person.handle
    from import_entries entry join people person on person.workspace_id = entry.workspace_id and person.id = entry.made_id
    where entry.workspace_id = ${workspaceId} and entry.source = 'slack' and entry.external_id = any(${[...externalIds]}::text[])
  `.execute(db)
  return new Map(rows.map(({ externalId, id, handle }) => [externalId, { id, handle }]))
}
