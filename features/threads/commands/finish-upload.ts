// oxlint-disable house/commands-record -- what is uploaded concerns nobody until it is in a post
import type { Context } from '#platform/context.ts'
import { showImage } from '#platform/files/images.ts'
import type { KeptFiles } from '#platform/files/kept-files.ts'
import type { UploadRow } from '../queries/get-upload.ts'
import { recognise, type Recognised, TELLING_BYTES } from '../rules/file-kinds.ts'
import { withEnding } from '../rules/uploads.ts'

interface Finished extends Recognised {
  readonly name: string
  readonly servedSize: number
  readonly previewSize: number | null
  readonly width: number | null
  readonly height: number | null
}

/**
 * Looks at an upload that is all there, and makes it a file. Of an image only what was made anew is kept; one that cannot be is handed out as
 * it came. False when it was taken away meanwhile.
 */
export async function finishUpload(ctx: Context, kept: KeptFiles, upload: UploadRow): Promise<boolean> {
  const place = { workspaceId: ctx.workspaceId, id: upload.id }
  const found = await lookedAt(kept, place, upload)
  const { numUpdatedRows } = await ctx.db
    .updateTable('files')
    .set({
      received: upload.size,
      finished_at: ctx.now,
      name: found.name,
      media_type: found.mediaType,
      kind: found.kind,
      served_size: found.servedSize,
      preview_size: found.previewSize,
      width: found.width,
      height: found.height,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', upload.id)
    .where('finished_at', 'is', null)
    .executeTakeFirst()
  // Only now: until the row says that the image is there, an upload that goes on goes on from these bytes.
  if (numUpdatedRows > 0n && found.kind === 'image') await kept.remove([place])
  return numUpdatedRows > 0n
}

async function lookedAt(kept: KeptFiles, place: { workspaceId: number; id: string }, upload: UploadRow): Promise<Finished> {
  const { name, size, mediaType } = upload
  const asItCame = { name, servedSize: size, previewSize: null, width: null, height: null }
  const known = recognise(await beginning(kept, place), mediaType)
  if (known.kind !== 'image') return { ...asItCame, ...known }
  const shown = await showImage(kept.path(place))
  if (!shown) return { ...asItCame, kind: 'other', mediaType: known.mediaType }
  await kept.write({ ...place, form: 'shown' }, shown.bytes)
  await kept.write({ ...place, form: 'preview' }, shown.preview)
  const { width, height, ending, bytes, preview } = shown
  const sizes = { servedSize: bytes.byteLength, previewSize: preview.byteLength, width, height }
  return { kind: 'image', mediaType: shown.mediaType, name: withEnding(name, ending), ...sizes }
}

async function beginning(kept: KeptFiles, place: { workspaceId: number; id: string }): Promise<Uint8Array> {
  const bytes = await kept.read(place, { start: 0, end: TELLING_BYTES - 1 })
  if (!bytes) throw new Error('An upload that was just written is gone from the disk.')
  return Buffer.concat(await bytes.toArray())
}
