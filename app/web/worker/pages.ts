import { inUse, lockOf } from '../release-locks.ts'
import { type FetchEvent, type Release, scope } from './scope.ts'
import { wish } from './wish.ts'

const PREFIX = 'pages-'
/** No first page needs it, and on a new device nobody knows yet whose language it will be. */
const isGuide = /^\/assets\/[a-z]{2}-guide-/

/** Under which name it is kept how often a release has tried to make way, and how often it does. */
const TRIES = '/making-way'
const MOST_TRIES = 3

/** The pages of one release, kept on this device. */
export interface Pages {
  /** Keeps what the first page needs, in the language that was kept of the release before; throws when the server has another release by now. */
  keepFirst(): Promise<void>
  /** Keeps whatever of the release is not kept yet, one after the other, and of all texts and guides those of this language. */
  keepAll(language: string): Promise<void>
  /** Forgets releases that no window uses any more. */
  dropOld(): Promise<void>
  /** Answers from what is kept, else from the server. */
  answer(event: FetchEvent): void
}

export function pagesOf({ id, first, later, languages }: Release): Pages {
  const open = (): Promise<Cache> => caches.open(PREFIX + id)
  const textsOf = (language: string): readonly string[] => languages[language] ?? []
  return {
    keepFirst: async () => {
      const cache = await open()
      const page = await fetch('/', { cache: 'no-cache' })
      // The server may have been renewed since this worker was read: what is kept together has to belong together.
      if (!(await page.clone().text()).includes(id)) throw new Error('The server has another release by now.')
      await cache.put('/', page)
      await cache.addAll([...first, ...textsOf(await languageKept()).filter((file) => !isGuide.test(file))])
    },
    keepAll: async (language) => {
      const cache = await open()
      for (const file of [...textsOf(language), ...later]) if (!(await cache.match(file))) await cache.add(file)
      const others = Object.keys(languages).filter((each) => each !== language)
      await Promise.all(others.flatMap(textsOf).map((file) => cache.delete(file)))
    },
    dropOld: async () => {
      const used = await inUse()
      const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + id)
      await Promise.all(old.filter((name) => !used.has(lockOf(name.slice(PREFIX.length)))).map((name) => caches.delete(name)))
    },
    answer: (event) => {
      const { pathname, origin } = new URL(event.request.url)
      if (event.request.method !== 'GET' || origin !== location.origin || /^\/(api|health|metrics)(\/|$)/.test(pathname)) return
      if (event.request.mode === 'navigate') event.respondWith(shell(open()))
      else if (pathname.startsWith('/assets/')) event.respondWith(asset(event.request))
    },
  }
}

/** The page that every address opens: at once, and of the release whose files are kept. */
async function shell(opening: Promise<Cache>): Promise<Response> {
  const cache = await opening
  const pause = await makesWay(cache)
  if (pause !== null) return new Response('', { headers: { refresh: String(pause) } })
  const kept = await cache.match('/')
  return kept ?? fetch('/')
}

/**
 * Whoever opens the only window anew gets the release that waits, instead of being asked. Answers after how many seconds to ask again; null to go
 * on with this one. A browser lets the next worker take over only while this one is asked for nothing, and may miss the moment: so the first try is
 * followed by a few that leave it time, and those by the page that is there.
 */
async function makesWay(cache: Cache): Promise<number | null> {
  const { waiting } = scope.registration
  if (!waiting || (await scope.clients.matchAll({ type: 'window' })).length > 1) return null
  // Kept, because a worker that is to go may be ended and started between two of them.
  const tries = Number((await (await cache.match(TRIES))?.text()) ?? 0)
  if (tries > MOST_TRIES) {
    await cache.delete(TRIES)
    return null
  }
  await cache.put(TRIES, new Response(String(tries + 1)))
  wish(waiting, 'take over')
  return tries === 0 ? 0 : 1
}

/** The language whose texts this device keeps; English when there are none. */
async function languageKept(): Promise<string> {
  const releases = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  const files = await Promise.all(releases.map(async (name) => (await caches.open(name)).keys()))
  const named = files.flat().map(({ url }) => /\/assets\/([a-z]{2})-first-/.exec(url)?.[1])
  return named.findLast((language) => language !== undefined) ?? 'en'
}

/** By its name it is the same in every release that has it. */
async function asset(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request)
}
