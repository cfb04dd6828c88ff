import { serverEvents } from './server-events.ts'

const ADDRESS = '/api/v1/live'
/** The server writes every 25 seconds; a stream that says nothing for this long is cut off somewhere. */
const SILENCE = 60_000
const FIRST_WAIT = 1_000
const LONGEST_WAIT = 60_000

/** Which keys changed, and the position up to which that is all. */
export interface Change {
  readonly keys: readonly string[]
  readonly position: string
}

interface Following {
  readonly signal: AbortSignal
  /** The position up to which everything is known; empty when it is not. */
  readonly since: () => Promise<string>
  readonly tell: (change: Change) => void
}

/** Follows the server's stream of changes until `signal` says so or there is no sign-in any more. Opens it anew, behind the last position, whenever it ends. */
export async function followChanges({ signal, since, tell }: Following): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    const heard = (change: Change): void => {
      failures = 0
      tell(change)
    }
    const end = await readStream({ signal, since, tell: heard }).catch(() => 'broken')
    if (end === 'signed out') {
      // Whoever fetches anything learns of it, and leads to the sign-in.
      tell({ keys: ['all'], position: '' })
      return
    }
    await pause(waitAfter(failures), signal)
  }
}

/** How long to wait before the next try, in milliseconds: longer each time, and not at once for everybody after the server was away. */
export function waitAfter(failures: number, chance = Math.random()): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures) * (0.5 + chance / 2)
}

async function readStream({ signal, since, tell }: Following): Promise<'ended' | 'signed out'> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), SILENCE)
  try {
    // Not an EventSource: that cannot go on where another window stopped, nor say why it was refused.
    const known = await since()
    const response = await fetch(ADDRESS, {
      headers: known === '' ? {} : { 'last-event-id': known },
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (response.status === 401) return 'signed out'
    if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`)
    // Without a position it tells what changes from its beginning on: what was answered before may be another by now.
    let keys = known === '' ? ['all'] : []
    for await (const { id, data } of serverEvents(response.body)) {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(), SILENCE)
      if (data !== '') keys = [...keys, ...(JSON.parse(data) as Change).keys]
      tell({ keys, position: id })
      keys = []
    }
    return 'ended'
  } finally {
    clearTimeout(timer)
  }
}

/** Waits, but no longer than until the network is back. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      signal.removeEventListener('abort', go)
      resolve()
    }
    const timer = setTimeout(go, milliseconds)
    window.addEventListener('online', go)
    signal.addEventListener('abort', go)
    if (signal.aborted) go()
  })
}
