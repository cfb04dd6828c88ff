import { join } from 'node:path'
import { openDatabase } from '#platform/sql/database.ts'
import { scratch } from '../database.ts'
import { type RunningBaton, startBaton } from '../http/baton.ts'
import { startChild } from '../http/child.ts'
import { growthOf } from '../http/growth.ts'
import { shotsOn } from '../http/shots.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import type { Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const TIMES = 10
const BAR = 1.3
const PAGE = 15

/** How much longer each read takes in a workspace of ten times the posts. */
export async function growthRows({ server, seeded, size, seconds, runs, say }: Plan): Promise<Row[]> {
  const fewer = Math.round(size.posts / TIMES)
  const { name } = await server.seeded({ ...size, posts: fewer }, say)
  const small = await begin(await server.copy(name, 'bench_small'), 'small')
  const large = await begin(await server.copy(seeded, 'bench_large'), 'large')
  const load = startChild<Burst, Fired>('load.ts')
  const asked = ({ baton, reads }: Side, what: string) => ({ port: baton.port, shots: (reads.get(what) ?? []).map(paged) })
  try {
    const rows: Row[] = []
    for (const what of large.reads.keys()) {
      say(`${what}, of ten times the posts`)
      const { times, before, after } = await growthOf(load, { seconds, runs }, [asked(small, what), asked(large, what)])
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
