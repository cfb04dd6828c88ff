import { type Baton, type Someone, testUrl } from './harness.ts'

export interface Sent {
  readonly name?: string
  readonly type?: string
  readonly bytes: Uint8Array
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const mediaType = 'application/offset+octet-stream'

/** A request of the upload protocol, with whatever headers. */
export async function tus(
  baton: Pick<Baton, 'app'>,
  who: Someone,
  { method, path, headers = {}, body }: { method: string; path: string; headers?: Record<string, string>; body?: BodyInit },
): Promise<Response> {
  return baton.app.hono.request(`${testUrl}/api/v1${path}`, {
    method,
    headers: { host: 'localhost:3000', authorization: `Bearer ${who.token}`, 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
  })
}

/** Begins an upload of so many bytes. */
export const announce = (
  baton: Pick<Baton, 'app'>,
  who: Someone,
  { name = 'notes.txt', type = 'text/plain', size }: { name?: string; type?: string; size: number },
): Promise<Response> =>
  tus(baton, who, {
    method: 'POST',
    path: '/files',
    headers: { 'upload-length': String(size), 'upload-metadata': `filename ${base64(name)},filetype ${base64(type)}` },
  })

/** Sends bytes of an upload to where they belong. */
export const send = (
  baton: Pick<Baton, 'app'>,
  who: Someone,
  { id, offset = 0, body }: { id: string; offset?: number; body: BodyInit },
): Promise<Response> =>
  tus(baton, who, {
    method: 'PATCH',
    path: `/uploads/${id}`,
    headers: { 'content-type': mediaType, 'upload-offset': String(offset) },
    body,
  })

/** Uploads a file whole, and answers its id. */
export async function upload(baton: Pick<Baton, 'app'>, who: Someone, { bytes, ...file }: Sent): Promise<string> {
  const begun = await announce(baton, who, { ...file, size: bytes.byteLength })
  if (begun.status !== 201) throw new Error(`the upload was answered ${begun.status}: ${await begun.text()}`)
  const { id } = (await begun.json()) as { id: string }
  const sent = await send(baton, who, { id, body: Buffer.from(bytes) })
  if (sent.status !== 204) throw new Error(`its bytes were answered ${sent.status}: ${await sent.text()}`)
  return id
}
