import type { Query, QueryClient } from '@tanstack/react-query'
import { isFromDevice } from './answer-or-kept.ts'
import { deviceClock } from './device-clock.ts'
import { keptOwner } from './device-owner.ts'
import { onDevice } from './on-device.ts'
import { owner } from './owner.ts'
import { forgetPictures } from './pictures-cache.ts'
import { release } from './release.ts'

/** What is kept at most: this many answers, this many characters of them, for this long. */
const MOST = 500
const LARGEST = 20_000_000
const DAYS = 30
const PRUNED_EVERY = 100
/** What changes together is kept together. */
const GATHERING = 500

interface Kept {
  readonly id: string
  readonly release: string
  readonly owner: string
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number
  readonly size: number
  readonly text: string
}

/** The shape of an answer is that of its release. */
const ofRelease = release ?? ''
const idOf = (hash: string): string => `${ofRelease} ${hash}`

/** What this device has of an answer, and when it was given; null when it has nothing of it for whoever is signed in. */
export async function keptAnswer(hash: string): Promise<{ data: unknown; at: number } | null> {
  const kept = (await onDevice('answers', 'readonly', (store) => store.get(idOf(hash))).catch(() => undefined)) as Kept | undefined
  if (!kept || kept.owner !== (owner() ?? (await keptOwner()))) return null
  return { data: JSON.parse(kept.text), at: kept.at }
}

/** Keeps what is answered from now on, and what was already, so that it can be read without the server. */
export function keepAnswers(client: QueryClient, isWorthKeeping: (query: Query) => boolean): void {
  const gathered = new Set<Query>()
  let sincePruned = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = (): void => {
    clearTimeout(timer)
    timer = undefined
    for (const query of gathered) void keep(query)
    sincePruned += gathered.size
    gathered.clear()
    if (sincePruned < PRUNED_EVERY) return
    sincePruned = 0
    void prune()
  }
  const gather = (query: Query): void => {
    if (query.state.data === undefined || isFromDevice(query) || !isWorthKeeping(query)) return
    gathered.add(query)
    timer ??= setTimeout(flush, GATHERING)
  }
  client.getQueryCache().getAll().forEach(gather)
  client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') gather(event.query)
  })
  document.addEventListener('visibilitychange', flush)
  void prune()
}

/** Without room, or where the browser keeps nothing, it is not kept: it was read nevertheless. */
async function keep({ queryHash, state }: Query): Promise<void> {
  const whose = owner()
  if (whose === null) return
  const text = JSON.stringify(state.data)
  const kept: Kept = { id: idOf(queryHash), release: ofRelease, owner: whose, at: state.dataUpdatedAt, size: text.length, text }
  await onDevice('answers', 'readwrite', (store) => store.put(kept)).catch(() => null)
}

/** Drops what is of another release, what is old, and the oldest of what is too much. */
async function prune(): Promise<void> {
  const oldest = deviceClock.now().subtract({ hours: 24 * DAYS }).epochMilliseconds
  let count = 0
  let size = 0
  const work = (store: IDBObjectStore): IDBRequest<IDBCursor | null> => {
    const request = store.index('age').openKeyCursor(null, 'prev')
    request.addEventListener('success', () => {
      const cursor = request.result
      if (!cursor) return
      const [at = 0, length = 0] = cursor.key as number[]
      const isCurrent = (cursor.primaryKey as string).startsWith(`${ofRelease} `)
      if (isCurrent) {
        count += 1
        size += length
      }
      if (!isCurrent || at < oldest || count > MOST || size > LARGEST) store.delete(cursor.primaryKey)
      cursor.continue()
    })
    return request
  }
  await onDevice('answers', 'readwrite', work).catch(() => null)
}

/** Forgets all of them, and the pictures in them: whoever reads them has to be signed in. */
export async function forgetAnswers(): Promise<void> {
  await onDevice('answers', 'readwrite', (store) => store.clear()).catch(() => null)
  await forgetPictures()
}
