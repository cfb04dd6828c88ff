import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Upload } from '../contract/file.ts'
import type { FileKind } from '../rules/file-kinds.ts'
import { KEPT_HOURS, uploadGone } from '../rules/uploads.ts'
import { fileViews } from './file-views.ts'

/** An upload as those who go on with it need to know it. */
export interface UploadRow {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly received: number
  readonly createdAt: Temporal.Instant
  readonly finished: boolean
}

/** Your upload that is in no post, while it is kept; or 404. */
export async function getUpload(ctx: Context, { id }: { readonly id: string }): Promise<UploadRow & { view: Upload }> {
  const row = await ctx.db
    .selectFrom('files')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('uploaded_by', '=', ctx.personId)
    .where('created_at', '>', ctx.now.subtract({ hours: KEPT_HOURS }))
    .where('posted', '=', sql.lit(false))
    .select(['id', 'name', 'media_type as mediaType', 'size', 'received', 'created_at as createdAt'])
    .select(['finished_at as finishedAt', 'served_size as servedSize', 'width', 'height'])
    .select(sql<FileKind>`kind`.as('kind'))
    .executeTakeFirst()
  if (!row) throw uploadGone()
  const { finishedAt, servedSize, kind, width, height, ...upload } = row
  const finished = finishedAt !== null
  const [file = null] = finished ? fileViews(ctx, [{ ...upload, size: servedSize, kind, width, height, description: '' }]) : []
  return { ...upload, finished, view: { ...viewOf(upload), file } }
}

function viewOf({ id, name, size, received, createdAt }: Omit<UploadRow, 'finished'>): Omit<Upload, 'file'> {
  return { id, name, size, received, keptUntil: createdAt.add({ hours: KEPT_HOURS }).toString() }
}
