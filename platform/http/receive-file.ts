import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Failure } from '#platform/contract/failure.ts'
import type { RequestContext } from './app.ts'
import { refusalText } from './refusal-texts.ts'

/** A file that came as the body of a request. Whoever wants to keep it moves it away; what is left is removed. */
export interface Received {
  readonly path: string
  readonly size: number
  readonly sha256: string
}

interface Place {
  readonly folder: string
  readonly largest: number
}

/** Left free for everything else that is written to the disk. */
const SPARE = 512 * 1024 * 1024

/** Writes the body to the disk as it comes. Throws `upload.empty`, `upload.too_large`, `upload.no_room` and `upload.broken_off`; then nothing is left. */
export async function receiveFile(c: RequestContext, { folder, largest }: Place): Promise<Received> {
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > largest) throw tooLarge(largest)
  await ensureRoom(folder, announced)
  const path = join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  let size = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > largest) throw tooLarge(largest)
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(counted, createWriteStream(path, { mode: 0o600, flush: true }))
    if (size === 0) throw empty()
    return { path, size, sha256: hash.digest('hex') }
  } catch (error) {
    await rm(path, { force: true })
    throw explained(error)
  }
}

async function ensureRoom(folder: string, size: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < size + SPARE) throw noRoom()
}

/** A body that stops coming is no fault of Baton's. */
function explained(error: unknown): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error
  const code = 'code' in error ? error.code : error.name
  if (code === 'ENOSPC') return noRoom()
  const brokenOff = ['AbortError', 'ECONNRESET', 'ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE', 'UND_ERR_ABORTED']
  return brokenOff.includes(String(code)) || brokenOff.includes(error.name)
    ? new Failure({ code: 'upload.broken_off', status: 400, message: () => refusalText('brokenOff') })
    : error
}

const empty = (): Failure => new Failure({ code: 'upload.empty', status: 422, message: () => refusalText('emptyFile') })
const noRoom = (): Failure => new Failure({ code: 'upload.no_room', status: 413, message: () => refusalText('noRoom') })
const tooLarge = (largest: number): Failure =>
  new Failure({
    code: 'upload.too_large',
    status: 413,
    message: () => refusalText('fileTooLarge', { largest: `${Math.round(largest / 1024 ** 3)} GB` }),
  })
