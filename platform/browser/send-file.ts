import { newKey } from './new-key.ts'
import { RefusedError } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf } from '#platform/contract/endpoint.ts'

interface Sending {
  readonly query: Readonly<Record<string, string>>
  readonly file: File
  /** Told how much of it has left, from 0 to 1. */
  readonly progress: (part: number) => void
}

/** Sends a file as the body of an endpoint that takes one, as it is read from the disk. Throws `RefusedError` like every other call. */
export function sendFile<E extends Endpoint>(endpoint: E, { query, file, progress }: Sending): Promise<OutputOf<E>> {
  return new Promise((resolve, reject) => {
    // What `fetch` sends is not told while it leaves.
    const request = new XMLHttpRequest()
    request.open(endpoint.method, `/api/v1${endpoint.path}?${new URLSearchParams(query).toString()}`)
    request.setRequestHeader('content-type', endpoint.upload?.[0] ?? '')
    request.setRequestHeader('idempotency-key', newKey())
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(new RefusedError(0, {})))
    request.addEventListener('load', () => {
      const answer = (request.response ?? {}) as Record<string, unknown>
      if (request.status < 400) resolve(answer as OutputOf<E>)
      else reject(new RefusedError(request.status, answer))
    })
    request.send(file)
  })
}
