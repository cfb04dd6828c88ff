// oxlint-disable house/commands-record -- what is uploaded concerns nobody until it is in a post
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { KeptFiles } from '#platform/files/kept-files.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import {
  ensureSize,
  fileName,
  KEPT_HOURS,
  mediaTypeNamed,
  MOST_WAITING,
  noRoom,
  ROOM_LEFT,
  tooManyWaiting,
  WAITING_LIMITS,
} from '../rules/uploads.ts'

/** Where files are kept, and how large one may be in bytes. */
export interface FileParts {
  readonly kept: KeptFiles
  readonly limit: number
}

export interface NewUpload {
  readonly name: string
  readonly type: string
  readonly size: number
}

const MOST_AN_HOUR = 600

/** Begins an upload: a place for its bytes, and nothing on disk yet. Throws `file.too_large`, `file.no_room`, `file.too_many_waiting`. */
export async function createUpload(ctx: Context, { kept, limit }: FileParts, { name, type, size }: NewUpload): Promise<string> {
  ensureSize(size, limit)
  await countAttempt(ctx, [{ key: `upload:${ctx.personId}`, most: MOST_AN_HOUR, minutes: 60 }])
  if ((await kept.room()) < size + ROOM_LEFT) throw noRoom()
  return transact(ctx, async (tx) => {
    await ensureFewWait(tx, ctx, { size, limit })
    const id = newId(ctx.now)
    await tx
      .insertInto('files')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        uploaded_by: ctx.personId,
        name: fileName(name),
        media_type: mediaTypeNamed(type),
        size,
        created_at: ctx.now,
      })
      .execute()
    return id
  })
}

/** Their row is held, so that of many uploads begun at once none slips through. */
async function ensureFewWait(tx: Tx, ctx: Context, { size, limit }: { size: number; limit: number }): Promise<void> {
  const { workspaceId, personId } = ctx
  await tx.selectFrom('people').where('workspace_id', '=', workspaceId).where('id', '=', personId).select('id').forNoKeyUpdate().execute()
  const { rows } = await sql<{ files: number; bytes: number }>`
    select count(*) as files, coalesce(sum(size), 0)::bigint as bytes from files
    where workspace_id = ${workspaceId} and uploaded_by = ${personId} and not posted and created_at > ${ctx.now.subtract({ hours: KEPT_HOURS })}
  `.execute(tx)
  const { files = 0, bytes = 0 } = rows[0] ?? {}
  if (files >= MOST_WAITING || bytes + size > WAITING_LIMITS * limit) throw tooManyWaiting()
}
