// oxlint-disable house/commands-record -- what is uploaded concerns nobody until it is in a post
import type { Context } from '#platform/context.ts'
import { type KeptFiles, NoRoom } from '#platform/files/kept-files.ts'
import { getUpload, type UploadRow } from '../queries/get-upload.ts'
import { ensureOffset, noRoom, placesOf, uploadGone } from '../rules/uploads.ts'
import { finishUpload } from './finish-upload.ts'

interface Bytes {
  readonly id: string
  readonly offset: number
  /** At most as many as are asked for; they end early when the sender goes away, or when they are told to stop. */
  readonly chunks: (most: number, stopped: AbortSignal) => AsyncIterable<Uint8Array>
}

/**
 * Adds bytes to an upload where the last ones ended. First they are on disk, then the row says so: after a kill in between, the row is right and
 * what lies behind it on disk is written over. Whoever sends while another request still does takes over. Throws `upload.other_offset`,
 * `file.no_room`.
 */
export async function appendUpload(ctx: Context, kept: KeptFiles, bytes: Bytes): Promise<void> {
  await getUpload(ctx, bytes)
  await kept.inTurn(bytes.id, (stopped) => append(ctx, kept, { ...bytes, stopped }))
}

async function append(ctx: Context, kept: KeptFiles, { id, offset, chunks, stopped }: Bytes & { stopped: AbortSignal }): Promise<void> {
  const upload = await getUpload(ctx, { id })
  ensureOffset(upload, offset)
  if (upload.finished) return
  const place = { workspaceId: ctx.workspaceId, id }
  try {
    const end = await kept.append(place, offset, chunks(upload.size - offset, stopped))
    const found = end === upload.size ? await finishUpload(ctx, kept, upload) : await keepOffset(ctx, upload, end)
    if (found) return
  } catch (error) {
    throw error instanceof NoRoom ? noRoom() : error
  }
  // It was taken away meanwhile, and what was written since goes as well.
  await kept.remove(placesOf(ctx.workspaceId, id))
  throw uploadGone()
}

async function keepOffset({ db, workspaceId }: Context, { id, received }: UploadRow, end: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('files')
    .set({ received: end })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('received', '=', received)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
