import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { App, RequestContext } from './app.ts'
import { sameTag } from './entity-tag.ts'

interface StoredFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly encodings: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly etag: string
  /** Whether the name changes with the content, so that it may be kept for ever. */
  readonly lasting: boolean
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest'])
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Serves the built web client from memory; every address that is not a file opens `index.html`, whose router takes it from there. */
export async function addStaticFiles(app: App, folder: string): Promise<void> {
  const files = await readFolder(folder)
  app.hono.get('*', (c, next) => {
    if (/^\/(api|health|metrics)(\/|$)/.test(c.req.path)) return next()
    const file = files.get(c.req.path) ?? (extname(c.req.path) === '' ? files.get('/index.html') : undefined)
    return file ? Promise.resolve(answer(c, file)) : next()
  })
}

async function readFolder(folder: string): Promise<Map<string, StoredFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = new Set(entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)))
  const files = await Promise.all(
    [...paths]
      .filter((path) => extname(path) !== '.br')
      .map(async (path) => {
        const compressed = paths.has(`${path}.br`) ? await readFile(`${path}.br`) : null
        return [`/${relative(folder, path).replaceAll(sep, '/')}`, await storedFile(path, compressed)] as const
      }),
  )
  return new Map(files)
}

/** `compressed`: the same by Brotli, as the build left it; made here where there is none. */
async function storedFile(path: string, compressed: Uint8Array | null): Promise<StoredFile> {
  const bytes = new Uint8Array(await readFile(path))
  const extension = extname(path)
  const encodings = new Map<string, Uint8Array<ArrayBuffer>>()
  if (compressible.has(extension)) {
    const small = compressed ?? (await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
    encodings.set('br', new Uint8Array(small))
    encodings.set('gzip', new Uint8Array(await zip(bytes)))
  }
  return {
    type: types[extension] ?? 'application/octet-stream',
    bytes,
    encodings,
    etag: `"${createHash('sha1').update(bytes).digest('base64url')}"`,
    lasting: /-[\w-]{8,}\.\w+$/.test(path),
  }
}

function answer(c: RequestContext, file: StoredFile): Response {
  c.header('content-type', file.type)
  c.header('etag', file.etag)
  c.header('cache-control', file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('vary', 'Accept-Encoding')
  if (sameTag(c.req.header('if-none-match'), file.etag)) return c.body(null, 304)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = ['br', 'gzip'].find((name) => file.encodings.has(name) && new RegExp(`\\b${name}\\b`).test(accepted))
  if (encoding) c.header('content-encoding', encoding)
  return c.body(encoding ? (file.encodings.get(encoding) ?? file.bytes) : file.bytes)
}
