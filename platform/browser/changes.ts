import { answeredTo } from './answered-to.ts'
import { tellReach } from './reach.ts'
import { type Change, followChanges } from './follow-changes.ts'

/** One window follows the server, whoever holds this lock; it tells the others. */
const NAME = 'live'

/** Tells which keys changed, as the server says it. A browser opens one stream, however many windows. Returns what ends it. */
export function listenForChanges(onKeys: (keys: readonly string[]) => void): () => void {
  const ending = new AbortController()
  const others = new BroadcastChannel(NAME)
  let position = ''
  const hear = (change: Change): void => {
    position = change.position
    tellReach(true)
    if (change.keys.length > 0) onKeys(change.keys)
  }
  const tell = (change: Change): void => {
    hear(change)
    if (ending.signal.aborted) return
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel does not leave its origin, and takes none
    others.postMessage(change)
  }
  others.addEventListener('message', ({ data }) => hear(data as Change))
  const since = async (): Promise<string> => position || answeredTo()
  const follow = (signal: AbortSignal): Promise<void> => followChanges({ signal, since, tell })
  if ('locks' in navigator) void navigator.locks.request(NAME, { signal: ending.signal }, () => follow(ending.signal)).catch(() => null)
  else followWhileSeen(follow, ending.signal)
  return () => {
    ending.abort()
    others.close()
  }
}

/** Without locks, which browsers keep for https and this machine, the window that is looked at follows. */
function followWhileSeen(follow: (signal: AbortSignal) => Promise<void>, signal: AbortSignal): void {
  let seen: AbortController | null = null
  const look = (): void => {
    seen?.abort()
    seen = document.visibilityState === 'visible' ? new AbortController() : null
    if (seen) void follow(AbortSignal.any([signal, seen.signal]))
  }
  document.addEventListener('visibilitychange', look, { signal })
  look()
}
