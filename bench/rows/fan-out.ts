import { join } from 'node:path'
import type pg from 'pg'
import { openDatabase } from '#platform/sql/database.ts'
import { scratch } from '../database.ts'
import { startBaton } from '../http/baton.ts'
import { startChild } from '../http/child.ts'
import { growthOf } from '../http/growth.ts'
import { shotsOn } from '../http/shots.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import type { Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const FEW = 10
const MANY = 100_000
const BAR = 1.2

/** How much longer a post takes that 100,000 people follow than one that ten do. */
export async function fanOutRow({ server, seeded, seconds, runs, say }: Plan): Promise<Row> {
  say('fan-out')
  const url = await server.copy(seeded, 'bench_fan_out')
  const database = openDatabase({ connectionString: url }, { size: 1 })
  const { writes } = await shotsOn(database)
  const [few, many] = await followed(database.pool, writes.get('post') ?? [])
  await database.pool.query('analyze')
  await database.close()
  const load = startChild<Burst, Fired>('load.ts')
  const baton = await startBaton({ env: { DATABASE_URL: url, BATON_DATA_DIR: join(scratch, 'fan-out') } })
  const sent = (shot: Shot) => ({ port: baton.port, shots: [shot] })
  try {
    const { times, before, after } = await growthOf(load, { seconds, runs }, [sent(few), sent(many)])
    const figure = `${times.toFixed(2)} times (p50 ${before.toFixed(1)} ms for ${FEW} followers, ${after.toFixed(1)} ms for ${MANY})`
    return { name: 'a post that 100,000 people follow', figure, bar: `at most ${BAR} times`, pass: times <= BAR }
  } finally {
    await Promise.all([baton.stop(), load.end()])
    await server.drop('bench_fan_out')
  }
}

/** Two of these posts, to threads of two spaces, of which one has few followers from now on and the other many; the threads have no others. */
async function followed(pool: pg.Pool, posts: readonly Shot[]): Promise<readonly [few: Shot, many: Shot]> {
  const byNumber = new Map(posts.map((shot) => [Number(/threads\/(\d+)\//.exec(shot.path)?.[1]), shot]))
  const { rows } = await pool.query<{ number: number; id: string; spaceId: string }>(
    'select distinct on (space_id) number, id, space_id as "spaceId" from threads where number = any($1) order by space_id, number limit 2',
    [[...byNumber.keys()]],
  )
  const [few, many] = rows
  const [toFew, toMany] = [byNumber.get(few?.number ?? 0), byNumber.get(many?.number ?? 0)]
  if (!few || !many || !toFew || !toMany) throw new Error('There are no threads in two open spaces.')
  await follow(pool, few, FEW)
  await follow(pool, many, MANY)
  return [toFew, toMany]
}

async function follow(pool: pg.Pool, { id, spaceId }: { id: string; spaceId: string }, count: number): Promise<void> {
  await pool.query('delete from thread_follows where thread_id = $1', [id])
  await pool.query('delete from space_follows where space_id = $1', [spaceId])
  await pool.query(
    `with readers as (
      insert into people (workspace_id, id, handle, name, role, created_at)
      select 1, gen_random_uuid(), 'reader-' || $2::integer || '-' || n, 'Reader ' || n, 'member', now() from generate_series(1, $2::integer) n
      returning id)
    insert into space_follows (workspace_id, space_id, person_id, level, set_at) select 1, $1, id, 'digest', now() from readers`,
    [spaceId, count],
  )
}
