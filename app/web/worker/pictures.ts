import { keptOwner } from '#platform/browser/device-owner.ts'
import { PICTURES } from '#platform/browser/pictures-cache.ts'
import type { FetchEvent } from './scope.ts'

/** What is kept at most: this many pictures, of this many bytes together, none larger than this. */
const MOST = 300
const LARGEST = 60_000_000
const LARGEST_ONE = 10_000_000
/** For how many milliseconds the server is waited for before what is kept is shown. */
const PATIENCE = 4_000
/** Found by its path, whatever its size; the answer says nothing that would make it another. */
const BY_PATH = { ignoreSearch: true, ignoreVary: true }

/** Answers a picture of a post from the server; where that cannot be reached, or not soon, as it was shown before. */
export function answerPicture(event: FetchEvent): void {
  const { destination, method, url } = event.request
  const path = pathOf(new URL(url))
  if (method === 'GET' && path !== null && (destination === 'image' || destination === '')) event.respondWith(picture(event, path))
}

/** Its bytes are the same whatever its address is signed with; but each person has pictures of their own. */
function pathOf({ origin, pathname, searchParams }: URL): string | null {
  const id = /^\/api\/v1\/files\/([\w-]+)$/.exec(pathname)?.[1]
  const [, person] = searchParams.get('sig')?.split('.') ?? []
  return id && person && origin === location.origin ? `/pictures/${person}/${id}/${searchParams.get('form') ?? 'whole'}` : null
}

async function picture(event: FetchEvent, path: string): Promise<Response> {
  const whose = await keptOwner()
  const asked = fetch(event.request)
  const soon = await Promise.race([asked.catch(() => null), new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE))])
  if (!soon) return (await keptPicture(path)) ?? asked
  if (whose !== null && isWorthKeeping(soon)) event.waitUntil(keep({ path, whose, answer: soon.clone() }).catch(() => null))
  return soon
}

const keptPicture = async (path: string): Promise<Response | undefined> => (await caches.open(PICTURES)).match(path, BY_PATH)

const sizeOf = ({ headers }: Response): number => Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY)

const isWorthKeeping = (answer: Response): boolean =>
  answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('image/') && sizeOf(answer) <= LARGEST_ONE

interface Keeping {
  readonly path: string
  /** Who was signed in when it was asked for. */
  readonly whose: string
  readonly answer: Response
}

async function keep({ path, whose, answer }: Keeping): Promise<void> {
  const cache = await caches.open(PICTURES)
  await cache.delete(path, BY_PATH)
  const before = await inOrder(cache)
  await cache.put(`${path}?nth=${(before[0]?.nth ?? 0) + 1}&size=${sizeOf(answer)}`, answer)
  // Whoever has signed out meanwhile has left nothing here.
  if ((await keptOwner()) !== whose) await caches.delete(PICTURES)
  else await prune(cache)
}

/** Drops what was shown longest ago of what is too much. */
async function prune(cache: Cache): Promise<void> {
  let sum = 0
  for (const [index, { url, size }] of (await inOrder(cache)).entries()) {
    sum += size
    if (index >= MOST || sum > LARGEST) await cache.delete(url)
  }
}

interface Kept {
  readonly url: string
  readonly nth: number
  readonly size: number
}

/** What is kept, the last shown first. A cache has an order of its own: by when the server answered. */
async function inOrder(cache: Cache): Promise<Kept[]> {
  const kept = (await cache.keys()).map(({ url }) => ({ url, nth: numberIn(url, 'nth'), size: numberIn(url, 'size') }))
  return kept.toSorted((one, other) => other.nth - one.nth)
}

const numberIn = (url: string, name: string): number => Number(new URL(url).searchParams.get(name))
