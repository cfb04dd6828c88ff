import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Database } from '#platform/sql/database.ts'
import type { Clock } from '#platform/time/clock.ts'
import { unreadablePath } from '#platform/files/zip.ts'
import { type Outcome, runImport } from '#features/transfer/commands/run-import.ts'
import { startHostImport } from '#features/transfer/commands/start-host-import.ts'
import { findImporter } from '#features/transfer/queries/find-importer.ts'
import type { Tally } from '#features/transfer/rules/tally.ts'

interface Way {
  readonly path: string
  readonly clock: Clock
  interrupted(): boolean
  progress(tally: Tally): void
}

/** Brings a Slack export in from this machine, beside the server; it stands among the imports that administrators see. */
export async function runImportSlack(db: Database, { path, ...way }: Way): Promise<Outcome> {
  const importer = { db, now: way.clock.now(), ...(await findImporter(db)) }
  const { size } = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadablePath(path, error)
  })
  const id = await startHostImport(importer, { archive: basename(path).slice(0, 200), bytes: size })
  return runImport(importer, { id, path, ...way })
}
