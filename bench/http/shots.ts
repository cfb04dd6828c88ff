import type pg from 'pg'
import { makeToken } from '#features/people/commands/make-token.ts'
import type { OpenDatabase } from '#platform/sql/database.ts'
import { systemClock } from '#platform/time/clock.ts'
import { words } from '../seed/words.ts'
import type { Shot } from '../load.ts'

/** So many different readers and things read, in turn. */
const VARIETY = 100
const POSTS_READ = 20

export interface Shots {
  /** By the name of what is measured. */
  readonly reads: ReadonlyMap<string, Shot[]>
  readonly writes: ReadonlyMap<string, Shot[]>
  /** By the name of what is measured. */
  readonly searches: ReadonlyMap<string, readonly Shot[]>
}

/** What the benches ask a Baton on this seeded workspace, by people spread over it who get tokens for it. */
export async function shotsOn({ db, pool }: OpenDatabase): Promise<Shots> {
  const people = await column<{ id: string; handle: string }>(pool, `select id, handle from people order by md5(handle) limit ${VARIETY}`)
  const readers = await db.transaction().execute((tx) => {
    const maker = { workspaceId: 1, now: systemClock.now(), personId: null }
    return Promise.all(people.map(({ id }) => makeToken(tx, maker, { personId: id, name: 'bench', scopes: ['admin'], expiresAt: null })))
  })
  const by = (index: number): { headers: Record<string, string> } => ({
    headers: { authorization: `Bearer ${readers[index % readers.length]?.token}` },
  })
  const threads = await column<{ number: number }>(pool, threadsNear(POSTS_READ))
  const spaces = await column<{ slug: string }>(
    pool,
    `select slug from spaces where visibility = 'open' order by (select count(*) from threads where space_id = spaces.id) desc limit ${VARIETY}`,
  )
  const each = (make: (index: number) => Omit<Shot, 'headers'>): Shot[] =>
    Array.from({ length: VARIETY }, (_, index) => ({ ...make(index), ...by(index) }))
  const get = (path: (index: number) => string): Shot[] => each((index) => ({ method: 'GET', path: `/api/v1${path(index)}` }))
  const thread = (index: number): number => threads[index % threads.length]?.number ?? 1
  const post = (asks: (index: number) => object): Shot[] =>
    each((index) => ({
      method: 'POST',
      path: `/api/v1/threads/${thread(index)}/posts`,
      body: { body: 'This is how we did it the last time, and it held.', ...asks(index) },
    }))
  const search = (q: string, index: number): Shot => ({ method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(q)}`, ...by(index) })
  return {
    reads: new Map([
      ['read a thread of 20 posts', get((index) => `/threads/${thread(index)}`)],
      ['Today', get(() => '/today')],
      ['inbox', get(() => '/inbox')],
      ['threads of a space', get((index) => `/spaces/${spaces[index % spaces.length]?.slug}/threads`)],
    ]),
    writes: new Map([
      ['post', post(() => ({}))],
      [
        'ask',
        post((index) => ({ asks: [{ to: people[(index + 7) % people.length]?.handle, verb: 'answer', text: 'Which of the two?' }] })),
      ],
    ]),
    searches: new Map([
      ['search, two words, with operators', questions().map(search)],
      ['search by operators alone', onlyOperators().map(search)],
    ]),
  }
}

async function column<Row extends object>(pool: pg.Pool, text: string): Promise<Row[]> {
  return (await pool.query<Row>(text)).rows
}

/** In spaces that everybody reads, the same ones every time. */
const threadsNear = (posts: number): string => `
  select number from threads where not concluded and exists (select from spaces where spaces.id = threads.space_id and visibility = 'open')
  order by abs(last_seq - ${posts}), md5(id::text) limit ${VARIETY}`

/** Two words, common and rare ones, every other time with an operator. */
function questions(): string[] {
  const all = words()
  const operators = [
    '',
    'in:space-1',
    '',
    'from:person-3 has:ask',
    '',
    'is:question',
    'before:yesterday',
    'in:space-2 is:open',
    '-from:me',
    'to:me',
  ]
  return Array.from(
    { length: 2 * VARIETY },
    (_, index) => `${all[(index * 37) % 400]} ${all[(index * 101) % all.length]} ${operators[index % operators.length]}`,
  )
}

function onlyOperators(): string[] {
  return [
    'is:unread',
    'has:ask',
    'to:me',
    'is:open is:question',
    'from:me',
    'in:space-3 -has:ask',
    'is:mine',
    'after:yesterday',
    '-in:space-1',
  ]
}
