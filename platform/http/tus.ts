import type { MiddlewareHandler } from 'hono'
import { Failure, type Said } from '#platform/contract/failure.ts'
import type { RequestContext } from './app.ts'
import { refusalText } from './refusal-texts.ts'

const VERSION = '1.0.0'

/** What a request that begins an upload says of it. */
export interface Announced {
  readonly size: number
  /** Of `Upload-Metadata`, by key. */
  readonly metadata: ReadonlyMap<string, string>
}

/** Where an upload stands. */
export interface Standing {
  readonly received: number
  readonly size: number
  readonly keptUntil: string
}

/** Says of every answer below it which version of the protocol this is. */
export const speakTus: MiddlewareHandler = async (c, next) => {
  await next()
  c.res.headers.set('tus-resumable', VERSION)
  c.res.headers.set('tus-version', VERSION)
  c.res.headers.set('tus-extension', 'creation,expiration,termination')
  c.res.headers.set('cache-control', 'no-store')
}

/** The size and metadata of an upload that is begun. Throws for another version, and for what is no size. */
export function announced(c: RequestContext): Announced {
  ensureVersion(c)
  return { size: wholeNumber(c, 'upload-length'), metadata: metadataOf(c.req.header('upload-metadata') ?? '') }
}

/** Where the bytes of this request go. Throws for another version or media type, and for what is no offset. */
export function offsetOf(c: RequestContext): number {
  ensureVersion(c)
  if (c.req.header('content-type') !== 'application/offset+octet-stream') {
    throw malformed(() => refusalText('bytesType', { header: 'Content-Type: application/offset+octet-stream' }))
  }
  return wholeNumber(c, 'upload-offset')
}

/** How an upload stands, in the headers that clients of the protocol read. */
export function standing(c: RequestContext, { received, size, keptUntil }: Standing): void {
  c.header('upload-offset', String(received))
  c.header('upload-length', String(size))
  c.header('upload-expires', new Date(keptUntil).toUTCString())
}

/**
 * The bytes of a request as they come. They end where the sender breaks off or `stopped` says so: what came until then counts. Throws `tooMany()`
 * when more than `most` come.
 */
export async function* bytesOf(
  c: RequestContext,
  { most, stopped, tooMany }: { most: number; stopped: AbortSignal; tooMany: () => Failure },
): AsyncGenerator<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > most) throw tooMany()
  const reader = c.req.raw.body?.getReader()
  if (!reader) return
  const stop = (): void => void reader.cancel().catch(() => {})
  stopped.addEventListener('abort', stop, { once: true })
  if (stopped.aborted) stop()
  let left = most
  try {
    for (;;) {
      const { done, value } = await c.get('aside')(() => reader.read().catch(() => ({ done: true, value: undefined })))
      if (done || value === undefined) return
      left -= value.byteLength
      if (left < 0) throw tooMany()
      yield value
    }
  } finally {
    stopped.removeEventListener('abort', stop)
    stop()
  }
}

function ensureVersion(c: RequestContext): void {
  if (c.req.header('tus-resumable') === VERSION) return
  throw new Failure({
    code: 'upload.other_version',
    status: 412,
    message: () => refusalText('otherVersion', { version: VERSION, header: `Tus-Resumable: ${VERSION}` }),
  })
}

function wholeNumber(c: RequestContext, name: string): number {
  const text = c.req.header(name) ?? ''
  if (!/^\d{1,15}$/.test(text)) throw malformed(() => refusalText('wholeNumber', { name }))
  return Number(text)
}

function metadataOf(header: string): Map<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(/ +/))
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8').slice(0, 2_000)]))
}

const malformed = (message: Said): Failure => new Failure({ code: 'upload.malformed', status: 400, message })
