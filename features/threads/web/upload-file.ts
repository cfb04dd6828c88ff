import { acceptedLanguage, call, RefusedError } from '#platform/contract/client.ts'
import type { PostFile, Upload } from '../contract/file.ts'
import { getUpload } from '../contract/files.ts'

/** How much is sent at once: what a proxy lets through, and little enough to be sent again. */
const PIECE = 2 * 1024 * 1024
const LONGEST_PAUSE = 30_000

interface Watching {
  /** Ends it; what is there of it then is taken away by `forgetUpload`. */
  readonly signal: AbortSignal
  readonly onBegun: (id: string) => void
  readonly onSent: (bytes: number) => void
  /** Whether it waits for the network. */
  readonly onWaiting: (waiting: boolean) => void
}

/** Uploads a file piece by piece. Without a network it waits, and goes on where it was; throws what the server refuses. */
export async function uploadFile(file: File, watching: Watching): Promise<PostFile> {
  const { id } = await withNetwork(watching, () => begin(file, watching.signal))
  watching.onBegun(id)
  let received = 0
  while (received < file.size) {
    const from = received
    received = await withNetwork(watching, (again) =>
      again ? offsetOf(id, watching.signal) : sendPiece(id, { file, from, signal: watching.signal }),
    )
    watching.onSent(received)
  }
  const upload = await withNetwork(watching, () => call(getUpload, { id }, { signal: watching.signal }))
  if (!upload.file) throw new RefusedError(0, {})
  return upload.file
}

/** Takes away what was uploaded and is not wanted. If that fails it goes by itself after a day. */
export function forgetUpload(id: string): void {
  void request(`/uploads/${id}`, { method: 'DELETE' }).catch(() => {})
}

async function begin(file: File, signal: AbortSignal): Promise<Upload> {
  const metadata = `filename ${base64(file.name)},filetype ${base64(file.type)}`
  const headers = { 'upload-length': String(file.size), 'upload-metadata': metadata }
  return (await request('/files', { method: 'POST', headers, signal })).json() as Promise<Upload>
}

/** Answers where the upload ends now; also when somebody else, such as a request that was believed lost, had sent this piece. */
async function sendPiece(id: string, { file, from, signal }: { file: File; from: number; signal: AbortSignal }): Promise<number> {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) }
  const body = file.slice(from, from + PIECE)
  try {
    return receivedOf(await request(`/uploads/${id}`, { method: 'PATCH', headers, body, signal }))
  } catch (error) {
    if (error instanceof RefusedError && error.code === 'upload.other_offset') return Number(error.problem['received'])
    throw error
  }
}

const offsetOf = async (id: string, signal: AbortSignal): Promise<number> =>
  receivedOf(await request(`/uploads/${id}`, { method: 'HEAD', signal }))

const receivedOf = (answer: Response): number => Number(answer.headers.get('upload-offset'))

async function request(path: string, { headers, signal, ...init }: RequestInit): Promise<Response> {
  const sent = {
    ...init,
    headers: { 'tus-resumable': '1.0.0', 'accept-language': acceptedLanguage(), ...headers },
    ...(signal ? { signal } : {}),
  }
  const answer = await fetch(`/api/v1${path}`, sent).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new RefusedError(0, {})
  })
  if (answer.ok) return answer
  throw new RefusedError(answer.status, (await answer.json().catch(() => ({}))) as Record<string, unknown>)
}

/** Does it until the server was reached. `again`: it is not known what came of the time before. */
async function withNetwork<Result>({ signal, onWaiting }: Watching, work: (again: boolean) => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      const result = await work(tries > 0)
      if (tries > 0) onWaiting(false)
      return result
    } catch (error) {
      if (!(error instanceof RefusedError) || ![0, 502, 503, 504].includes(error.status)) throw error
      onWaiting(true)
      await pause(Math.min(1000 * 2 ** tries, LONGEST_PAUSE), signal)
    }
  }
}

/** So many milliseconds, or until there is a network again. */
function pause(longest: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, longest)
    function end(): void {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) reject(new DOMException('The upload was cancelled.', 'AbortError'))
      else resolve()
    }
    window.addEventListener('online', end)
    signal.addEventListener('abort', end)
  })
}

const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
