import { join } from 'node:path'
import { openDatabase } from '#platform/sql/database.ts'
import { scratch } from '../database.ts'
import { type RunningBaton, startBaton } from '../http/baton.ts'
import { startChild } from '../http/child.ts'
import { shotsOn } from '../http/shots.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const TIMES = 10
const BAR = 1.3
const PAGE = 15

/** How much longer each read takes in a workspace of ten times the posts. One reader at a time, so that the figure is of a read and not of a queue. */
export async function growthRows({ server, seeded, size, seconds, runs, say }: Plan): Promise<Row[]> {
  const fewer = Math.round(size.posts / TIMES)
  const { name } = await server.seeded({ ...size, posts: fewer }, say)
  const small = await begin(await server.copy(name, 'bench_small'), 'small')
  const large = await begin(await server.copy(seeded, 'bench_large'), 'large')
  const load = startChild<Burst, Fired>('load.ts')
  const p50 = async ({ baton, reads }: Side, what: string): Promise<number> => {
    const fired = await load.ask({ port: baton.port, shots: (reads.get(what) ?? []).map(paged), connections: 1, seconds })
    if (Object.keys(fired.refused).length > 0) throw new Error(`${what} was refused: ${JSON.stringify(fired.refused)}`)
    return fired.p50
  }
  try {
    const rows: Row[] = []
    for (const what of large.reads.keys()) {
      say(`${what}, of ten times the posts`)
      // The first ones only warm up. In turn, so that whatever else the machine does meets both.
      for (const side of [small, large]) await p50(side, what)
      const pairs: { before: number; after: number }[] = []
      for (let run = 0; run < runs; run += 1) pairs.push({ before: await p50(small, what), after: await p50(large, what) })
      const times = median(pairs.map(({ before, after }) => after / before))
      const [before, after] = [median(pairs.map((pair) => pair.before)), median(pairs.map((pair) => pair.after))]
      const figure = `${times.toFixed(2)} times (p50 ${before.toFixed(1)} ms of ${fewer} posts, ${after.toFixed(1)} ms of ${size.posts})`
      rows.push({ name: `${what}, of ten times the posts`, figure, bar: `at most ${BAR} times`, pass: times <= BAR })
    }
    return rows
  } finally {
    await Promise.all([small.baton.stop(), large.baton.stop(), load.end()])
    for (const copy of ['bench_small', 'bench_large']) await server.drop(copy)
  }
}

/** Spaces of the smaller workspace do not fill a page of the usual size: more on a page is another question. */
const paged = (shot: Shot): Shot => (shot.path.endsWith('/threads') ? { ...shot, path: `${shot.path}?limit=${PAGE}` } : shot)

interface Side {
  readonly baton: RunningBaton
  readonly reads: ReadonlyMap<string, readonly Shot[]>
}

async function begin(url: string, folder: string): Promise<Side> {
  const database = openDatabase({ connectionString: url }, { size: 1 })
  const { reads } = await shotsOn(database)
  await database.close()
  return { reads, baton: await startBaton({ env: { DATABASE_URL: url, BATON_DATA_DIR: join(scratch, folder) } }) }
}
