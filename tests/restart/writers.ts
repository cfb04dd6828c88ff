import { waitFor } from '#platform/process/processes.ts'

/** What the server said it has done. */
export interface Acknowledged {
  readonly key: string
  readonly id: string
}

export interface Refusal {
  readonly status: number
  readonly retryAfter: string | null
}

export interface Writers {
  readonly acknowledged: readonly Acknowledged[]
  /** Every answer that was no success. */
  readonly refusals: readonly Refusal[]
  /** Resolves once so many more were acknowledged than at the call. Throws when that takes too long. */
  progress(more: number): Promise<void>
  /** Whatever is under way is finished, but not begun again. */
  stop(): Promise<void>
}

interface Place {
  readonly url: string
  readonly token: string
  readonly thread: number
}

const MANY = 4
const PAUSE = 20
const PROGRESS_WITHIN = 60_000

/** The request of a key: its text is the key, so that what was written tells of which request it is. Every third makes an ask as well. */
export function writing({ url, token, thread }: Place, key: string): Promise<Response> {
  const asks = key.endsWith('3') ? [{ to: 'ben', verb: 'answer', text: `What of ${key}?` }] : []
  return fetch(`${url}/api/v1/threads/${thread}/posts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ body: key, asks }),
  })
}

/** People who write without a pause, each again with the same key until it is acknowledged, whatever happens to the server meanwhile. */
export function startWriters(place: Place, name: string): Writers {
  const acknowledged: Acknowledged[] = []
  const refusals: Refusal[] = []
  let stopped = false

  async function once(key: string): Promise<boolean> {
    const response = await writing(place, key).catch(() => null)
    const text = await response?.text().catch(() => null)
    if (!response || text === null || text === undefined) return false
    if (response.status === 201) acknowledged.push({ key, id: (JSON.parse(text) as { id: string }).id })
    else refusals.push({ status: response.status, retryAfter: response.headers.get('retry-after') })
    return response.status === 201
  }

  async function write(writer: number): Promise<void> {
    for (let turn = 0; !stopped; turn += 1) {
      while (!(await once(`${name}-${writer}-${turn}`)) && !stopped) await pause()
    }
  }

  const all = Promise.all(Array.from({ length: MANY }, (_, writer) => write(writer)))
  return {
    acknowledged,
    refusals,
    async progress(more) {
      const wanted = acknowledged.length + more
      const made = await waitFor(() => acknowledged.length >= wanted, { within: PROGRESS_WITHIN, every: PAUSE })
      if (!made) throw new Error(`Only ${acknowledged.length} of ${wanted} were acknowledged; lately: ${JSON.stringify(refusals.at(-1))}`)
    },
    async stop() {
      stopped = true
      await all
    },
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE))
