import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { Importer } from '../access.ts'
import { importRows, standingOf } from '../queries/import-view.ts'
import { keepImport } from './keep-import.ts'

interface Given {
  /** As the file is called. */
  readonly archive: string
  readonly bytes: number
}

/** The import of an archive by the command line: the one that stopped before its end goes on, else a new one begins. Answers its id. */
export async function startHostImport(importer: Importer, given: Given): Promise<string> {
  const { db, by, workspaceId, now } = importer
  const ctx = { workspaceId, now, personId: by }
  return db.transaction().execute(async (tx) => {
    const left = await leftBehind(tx, importer, given)
    if (left !== null) {
      await sql`
        update import_stops set resumed_by = ${by}, resumed_at = ${now}
        where workspace_id = ${workspaceId} and import_id = ${left} and resumed_at is null
      `.execute(tx)
      await sql`update imports set failure = null, moved_at = ${now} where workspace_id = ${workspaceId} and id = ${left}`.execute(tx)
      await record(tx, ctx, { type: 'import.resumed', subject: { importId: left }, audited: true })
      return left
    }
    const id = newId(now)
    await keepImport(tx, ctx, { id, kind: 'slack', place: 'host', ...given })
    await record(tx, ctx, { type: 'import.started', subject: { importId: id }, audited: true })
    return id
  })
}

/** The newest import of this archive on the host that has not ended and that no process goes on with. */
async function leftBehind(tx: Tx, { workspaceId, now }: Importer, { archive, bytes }: Given): Promise<string | null> {
  const row = await importRows(tx, workspaceId)
    .where('imports.place', '=', 'host')
    .where('imports.state', 'in', ['waiting', 'running'])
    .where('imports.archive', '=', archive)
    .where('imports.archive_bytes', '=', bytes)
    .orderBy('imports.id', 'desc')
    .limit(1)
    .forUpdate('imports')
    .executeTakeFirst()
  if (!row) return null
  return standingOf(row, now).state === 'running' ? null : row.id
}
