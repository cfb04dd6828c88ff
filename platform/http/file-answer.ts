import { Readable } from 'node:stream'
import type { RequestContext } from './app.ts'
import { sameTag } from './entity-tag.ts'

/** What is answered of a file whose bytes never change. */
export interface AnsweredFile {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Shown where it stands; else it is handed out to be kept. */
  readonly shown: boolean
  readonly tag: string
  /** For how many seconds its reader may keep it. */
  readonly keepSeconds: number
  /** A stretch of it, both ends included; null when its bytes are missing. */
  read(stretch: { start: number; end: number }): Promise<Readable | null>
}

/** Whatever the bytes are, a browser runs nothing of them, takes them for nothing else, and shows them on no other site's page. */
const guards = {
  'content-security-policy': "sandbox; default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** Answers a file or the part of it that `Range` asks for, as it is read from disk. Null when its bytes are missing. */
export async function fileAnswer(c: RequestContext, file: AnsweredFile): Promise<Response | null> {
  const headers = headersOf(file)
  if (sameTag(c.req.header('if-none-match'), file.tag)) return new Response(null, { status: 304, headers })
  const stretch = asked(c, file)
  if (stretch === 'none') return new Response(null, { status: 416, headers: { ...guards, 'content-range': `bytes */${file.size}` } })
  const { start, end } = stretch ?? { start: 0, end: file.size - 1 }
  headers.set('content-length', String(end - start + 1))
  if (stretch) headers.set('content-range', `bytes ${start}-${end}/${file.size}`)
  const status = stretch ? 206 : 200
  if (c.req.method === 'HEAD') return new Response(null, { status, headers })
  const bytes = await file.read({ start, end })
  return bytes && new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, { status, headers })
}

function headersOf({ name, mediaType, shown, tag, keepSeconds }: AnsweredFile): Headers {
  return new Headers({
    ...guards,
    'accept-ranges': 'bytes',
    'cache-control': `private, max-age=${keepSeconds}, immutable`,
    'content-disposition': `${shown ? 'inline' : 'attachment'}; ${named(name)}`,
    'content-type': mediaType,
    etag: tag,
  })
}

/** RFC 6266: the name in letters that every client knows, and as it is. */
function named(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `filename="${plain.trim() || 'file'}"; filename*=UTF-8''${whole}`
}

/** The one stretch that is asked for; null for all of it, also when several are asked for; 'none' when there is no such stretch. */
function asked(c: RequestContext, { size, tag }: AnsweredFile): { start: number; end: number } | null | 'none' {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(c.req.header('range')?.trim() ?? '')
  const unchanged = c.req.header('if-range') ?? tag
  if (!found || unchanged !== tag || (found[1] === '' && found[2] === '')) return null
  const [first, last] = [found[1] ?? '', found[2] ?? '']
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return start > end || start >= size ? 'none' : { start, end }
}
