// oxlint-disable house/commands-record -- how far the machine came is its own housekeeping
import { sql } from 'kysely'
import { Failure, type Said } from '#platform/contract/failure.ts'
import { ArchiveError, openZip } from '#platform/files/zip.ts'
import { keepWords } from '#platform/mail/keep-words.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Clock } from '#platform/time/clock.ts'
import type { Importer } from '../access.ts'
import { type Added, skippedOf, type Tally, tallyFrom } from '../rules/tally.ts'
import { refusalText } from '../rules/refusal-texts.ts'
import { importSlack } from './import-slack.ts'

interface Way {
  readonly id: string
  /** Where the archive lies. */
  readonly path: string
  readonly clock: Clock
  /** Asked whenever something was added for good; true leaves the rest for later. */
  interrupted(): boolean
  /** Told of each such step. */
  progress?(tally: Tally): void
}

export interface Outcome {
  readonly end: 'done' | 'failed' | 'stopped' | 'interrupted'
  readonly tally: Tally
  /** Why it failed, in words. */
  readonly failure?: string
}

/**
 * Brings in what is missing of an archive until all is there, somebody stops it, or its process has to end. How far it came is noted with what
 * was added, so that it goes on from there however it ended. What cannot be read as an export fails in words; anything else is thrown, and kept
 * as a failure that may be resumed.
 */
export async function runImport(importer: Importer, way: Way): Promise<Outcome> {
  const { db, workspaceId } = importer
  const tally = tallyFrom(await begin(importer, way))
  const kept = { stopped: false }
  const keep = async (tx: Tx): Promise<void> => {
    kept.stopped = await keepProgress(tx, { workspaceId, id: way.id, now: way.clock.now() }, tally)
  }
  try {
    const early = await bringAll(importer, way, { tally, keep, hasStopped: () => kept.stopped })
    if (early !== null) return { end: early, tally }
    await db.transaction().execute(keep)
    await end(importer, way, { state: 'done', failure: null })
    return { end: 'done', tally }
  } catch (error) {
    if (isUnavailable(error)) throw error
    const isRefused = error instanceof ArchiveError || error instanceof Failure
    const failure = isRefused ? error.say : () => refusalText('brokeOff')
    await end(importer, way, { state: isRefused ? 'failed' : 'running', failure })
    if (!isRefused) throw error
    return { end: 'failed', tally, failure: failure() }
  }
}

interface Going {
  readonly tally: Tally
  keep(tx: Tx): Promise<void>
  hasStopped(): boolean
}

/** Goes through the archive. Answers why it ended before its end, or null. */
async function bringAll(importer: Importer, way: Way, { tally, keep, hasStopped }: Going): Promise<'stopped' | 'interrupted' | null> {
  let early: 'stopped' | 'interrupted' | null = null
  const archive = await openZip(way.path)
  try {
    for await (const _ of importSlack(importer, { archive, tally, keep })) {
      way.progress?.(tally)
      early = hasStopped() ? 'stopped' : way.interrupted() ? 'interrupted' : null
      if (early !== null) break
    }
  } finally {
    archive.close()
  }
  // Only now is nothing more noted: it is seen at once that nobody goes on with it.
  if (early === 'interrupted') await letGo(importer, way)
  return early
}

/** Marks that it runs. Answers what earlier runs added. */
async function begin({ db, workspaceId }: Importer, { id, clock }: Way): Promise<Partial<Added>> {
  const { rows } = await sql<{ added: Partial<Added> }>`
    update imports set state = 'running', moved_at = ${clock.now()} where workspace_id = ${workspaceId} and id = ${id} returning added
  `.execute(db)
  return rows[0]?.added ?? {}
}

async function letGo({ db, workspaceId }: Importer, { id }: Way): Promise<void> {
  await db.updateTable('imports').set({ moved_at: null }).where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

/** Whether somebody stopped it meanwhile. */
async function keepProgress(
  tx: Tx,
  { workspaceId, id, now }: { workspaceId: number; id: string; now: Temporal.Instant },
  tally: Tally,
): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`
    update imports set added = ${JSON.stringify(tally.added)}::jsonb, skipped = ${JSON.stringify(skippedOf(tally))}::jsonb,
      done_bytes = ${tally.doneBytes}, total_bytes = ${tally.totalBytes}, moved_at = ${now}
    where workspace_id = ${workspaceId} and id = ${id}
    returning exists (
      select from import_stops stop where stop.workspace_id = imports.workspace_id and stop.import_id = imports.id and stop.resumed_at is null
    ) as stopped
  `.execute(tx)
  return rows[0]?.stopped ?? true
}

async function end(
  { db, workspaceId }: Importer,
  { id, clock }: Way,
  { state, failure }: { state: string; failure: Said | null },
): Promise<void> {
  const now = clock.now()
  await sql`
    update imports set state = ${state}, failure = ${failure && JSON.stringify(keepWords(failure))}::jsonb, moved_at = ${now}, ended_at = case when ${state} = 'running' then null else ${now}::timestamptz end
    where workspace_id = ${workspaceId} and id = ${id}
  `.execute(db)
}
