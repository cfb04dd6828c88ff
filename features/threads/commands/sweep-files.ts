// oxlint-disable house/commands-record -- what is swept away was in no post, or was taken out of one by who recorded that
import { sql } from 'kysely'
import type { KeptFiles } from '#platform/files/kept-files.ts'
import type { Database } from '#platform/sql/database.ts'
import { KEPT_HOURS, placesOf } from '../rules/uploads.ts'
import { discardFiles } from './discard-files.ts'

interface Broom {
  readonly db: Database
  readonly workspaceId: number
  readonly due: Temporal.Instant
}

const MOST_AT_ONCE = 200

/**
 * Takes away what has been in no post for a day, and removes the bytes of what is gone. The row that says so goes last: after a kill in between
 * they are removed once more. Returns how many.
 */
export async function sweepFiles({ db, workspaceId, due }: Broom, kept: KeptFiles): Promise<number> {
  await db.transaction().execute(async (tx) => discardFiles(tx, { workspaceId, now: due }, await forgotten(tx, workspaceId, due)))
  const gone = await db
    .selectFrom('discarded_files')
    .where('workspace_id', '=', workspaceId)
    .select('file_id as id')
    .orderBy('discarded_at')
    .limit(MOST_AT_ONCE)
    .execute()
  for (const { id } of gone) {
    await kept.remove(placesOf(workspaceId, id))
    await db.deleteFrom('discarded_files').where('workspace_id', '=', workspaceId).where('file_id', '=', id).execute()
  }
  return gone.length
}

/** Held, so that none of them gets into a post meanwhile. */
async function forgotten(tx: Database, workspaceId: number, due: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from files
    where workspace_id = ${workspaceId} and not posted and created_at <= ${due.subtract({ hours: KEPT_HOURS })}
    order by created_at limit ${MOST_AT_ONCE} for update skip locked
  `.execute(tx)
  return rows.map(({ id }) => id)
}
