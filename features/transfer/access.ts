import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { KeptWords } from '#platform/text/kept-words.ts'
import type { Database, Tx } from '#platform/sql/database.ts'
import type { Tally } from './rules/tally.ts'

/** Where an import goes, and in whose name it is done. */
export interface Importer extends Pick<Context, 'workspaceId' | 'now'> {
  readonly db: Database
  readonly by: string
}

interface Held {
  readonly place: 'server' | 'host'
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly failure: KeptWords | null
  readonly stopped: boolean
}

const LOCK_CLASS = 727_004

/** Lets one import at a time add to a workspace, for as long as the transaction takes: of two, each finds what the other brought. */
export async function lockImporting(tx: Tx, workspaceId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK_CLASS}, ${workspaceId}::integer)`.execute(tx)
}

/** An import, held until the transaction ends; 404 where there is none. */
export async function lockImport(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, id: string): Promise<Held> {
  const { rows } = await sql<Held>`
    select place, state, failure, exists (
      select from import_stops stop where stop.workspace_id = imports.workspace_id and stop.import_id = imports.id and stop.resumed_at is null
    ) as stopped
    from imports where workspace_id = ${workspaceId} and id = ${id} for update
  `.execute(tx)
  const held = rows[0]
  if (!held) throw notFound('import')
  return held
}

/** What an import has done so far, which is noted with what it adds. */
export interface Run {
  readonly tally: Tally
  /** Notes how far the import came, in the transaction of what was added. */
  keep(tx: Tx): Promise<void>
}
