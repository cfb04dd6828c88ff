import { startCalendars } from '#features/availability/commands/start-calendars.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { migrate } from '#platform/sql/migrate.ts'
import { stopwatch, systemClock } from '#platform/time/clock.ts'
import { asks } from './asks.ts'
import { conversations } from './conversations.ts'
import { idsOf, people, spaces } from './people.ts'
import { search } from './search.ts'
import { words } from './words.ts'
import { zones } from './zones.ts'

/** How large the workspace is to be; everything else follows from it in the proportions of real teams. */
export interface Size {
  readonly people: number
  readonly posts: number
}

export interface Sizes extends Size {
  readonly threads: number
  readonly asks: number
  readonly spaces: number
}

export type Say = (line: string) => void

/** The only workspace there is. */
const WORKSPACE = 1

/** Threads are 6 % of posts, asks 30 %; a space for every five people. */
function sizesOf({ people, posts }: Size): Sizes {
  return { people, posts, threads: Math.ceil(posts * 0.06), asks: Math.floor(posts * 0.3), spaces: Math.max(5, Math.round(people / 5)) }
}

/**
 * Fills an empty database with a workspace of this size by set-based statements: skewed as real teams are (a few huge threads and spaces), the
 * same on every run, and ending now. Says what it made.
 */
export async function seed(url: string, size: Size, say: Say): Promise<void> {
  const sizes = sizesOf(size)
  // One connection, because the seed of random() is the connection's own.
  const { db, pool, close } = openDatabase({ connectionString: url }, { size: 1 })
  const now = systemClock.now()
  const run = async (what: string, statements: readonly string[], values: readonly unknown[] = []): Promise<void> => {
    const waited = stopwatch()
    await pool.query('select setseed(0.25)')
    for (const text of statements) await pool.query(text, text.includes('$1') ? [...values] : [])
    say(`${what} (${(waited() / 1000).toFixed(1)} s)`)
  }
  await migrate(pool)
  await run('a workspace', [
    `insert into workspaces (id, slug, name, created_at) values (${WORKSPACE}, 'bench', 'Bench', now())`,
    ...idsOf(sizes),
  ])
  await run(`${sizes.people} people in ${zones.length} zones`, people)
  const { rows } = await pool.query<{ id: string; n: number }>(`select id, n from seed.ids where kind = 'people' order by n`)
  const calendars = rows.map(({ id, n }) => ({ id, timeZone: zones[n % zones.length] ?? 'UTC' }))
  await db.transaction().execute((tx) => startCalendars(tx, { workspaceId: WORKSPACE, now }, calendars))
  await run(`${sizes.spaces} spaces with their members`, spaces)
  await run(`${sizes.posts} posts in ${sizes.threads} threads`, conversations(sizes), [words()])
  await run(`${sizes.asks} asks and what they brought into inboxes`, asks(sizes))
  await run('what search finds', search)
  await run('statistics', ['drop schema seed cascade', 'vacuum (analyze)'])
  await close()
}
