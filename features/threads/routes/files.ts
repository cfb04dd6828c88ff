import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { App, RequestContext } from '#platform/http/app.ts'
import { fileAnswer } from '#platform/http/file-answer.ts'
import { handle } from '#platform/http/handle.ts'
import { handleBytes, handleOpenBytes } from '#platform/http/handle-bytes.ts'
import { once } from '#platform/http/once.ts'
import { announced, bytesOf, offsetOf, speakTus, standing } from '#platform/http/tus.ts'
import { appendUpload } from '../commands/append-upload.ts'
import { createUpload, type FileParts } from '../commands/create-upload.ts'
import { removeUpload } from '../commands/remove-upload.ts'
import type { Upload } from '../contract/file.ts'
import * as files from '../contract/files.ts'
import { findFile } from '../queries/find-file.ts'
import { getUpload } from '../queries/get-upload.ts'
import { moreThanSaid } from '../rules/uploads.ts'

/** Uploads by tus, and the files they become. */
export function addFileRoutes(app: App, { kept, limit }: FileParts): void {
  app.hono.use('/api/v1/files', speakTus)
  app.hono.use('/api/v1/uploads/*', speakTus)
  handleBytes(app, files.createUpload, async (ctx, _, c) => {
    const { size, metadata } = announced(c)
    const upload = { name: metadata.get('filename') ?? '', type: metadata.get('filetype') ?? '', size }
    const begin = (within: Context): Promise<string> => createUpload(within, { kept, limit }, upload)
    const key = c.req.header('idempotency-key')
    const request = `${files.createUpload.name} ${JSON.stringify(upload)}`
    const id = key
      ? await once(ctx, { key, request, made: (made) => made }, { run: begin, again: async (_, made) => made ?? '' })
      : await begin(ctx)
    c.header('location', `${app.server.url}/api/v1/uploads/${id}`)
    return shown(c, (await getUpload(ctx, { id })).view, 201)
  })
  handleBytes(app, files.getUpload, async (ctx, { id }, c) => {
    await getUpload(ctx, { id })
    return shown(c, (await kept.inTurn(id, () => getUpload(ctx, { id }))).view, 200)
  })
  handleBytes(app, files.appendUpload, async (ctx, { id }, c) => {
    const offset = offsetOf(c)
    await appendUpload(ctx, kept, { id, offset, chunks: (most, stopped) => bytesOf(c, { most, stopped, tooMany: moreThanSaid }) })
    standing(c, (await getUpload(ctx, { id })).view)
    return c.body(null, 204)
  })
  handle(app, files.removeUpload, { answer: removeUpload, again: async () => ({ removed: true }) as const })
  addServing(app, kept)
}

function shown(c: RequestContext, upload: Upload, status: 200 | 201): Response {
  standing(c, upload)
  return c.json(upload, status)
}

/** Each file at its signed address. */
function addServing(app: App, kept: FileParts['kept']): void {
  const { db, sign } = app.server
  handleOpenBytes(app, files.getFile, async (address, c) => {
    const now = c.get('now')
    const file = await findFile({ db, now, sign }, address)
    const { workspaceId, id, kind, name } = file
    const isImage = kind === 'image'
    const place = { workspaceId, id, ...(isImage ? { form: address.form ?? 'shown' } : {}) }
    const answer = await fileAnswer(c, {
      name,
      mediaType: address.form === 'preview' ? 'image/webp' : file.mediaType,
      size: address.form === 'preview' ? (file.previewSize ?? 0) : file.size,
      shown: kind !== 'other',
      tag: `"${id}.${address.form ?? 'whole'}"`,
      keepSeconds: Math.ceil(Temporal.Instant.from(address.until).since(now).total('seconds')),
      read: (stretch) => kept.read(place, stretch),
    })
    if (answer) return answer
    app.server.log.error({ file: id }, 'the bytes of a file are missing in the data folder')
    throw notFound('file')
  })
}
