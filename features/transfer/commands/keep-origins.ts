// oxlint-disable house/commands-record -- where a thing came from is kept with the thing
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

/** Keeps what each thing was made from, so that a second import adds nothing. Fails where another import made it meanwhile. */
export async function keepOrigins(tx: Tx, workspaceId: number, origins: readonly { externalId: string; madeId: string }[]): Promise<void> {
  if (origins.length === 0) return
  await sql`
    insert into import_entries (workspace_id, source, external_id, made_id)
    select ${workspaceId}::integer, 'slack', external_id, made_id
    from unnest(${origins.map((origin) => origin.externalId)}::text[], ${origins.map((origin) => origin.madeId)}::uuid[]) as given (external_id, made_id)
  `.execute(tx)
}
