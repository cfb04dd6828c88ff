import { join } from 'node:path'
import { openDatabase } from '#platform/sql/database.ts'
import { scratch } from '../database.ts'
import { startBaton } from '../http/baton.ts'
import { startChild } from '../http/child.ts'
import { fire } from '../http/fire.ts'
import { shotsOn } from '../http/shots.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const BAR = 50

/** How long a search takes, of what its reader may see. */
export async function searchRows(plan: Plan): Promise<Row[]> {
  const url = await plan.server.copy(plan.seeded, 'bench_search')
  const database = openDatabase({ connectionString: url }, { size: 1 })
  const { searches } = await shotsOn(database)
  await database.close()
  try {
    const rows: Row[] = []
    for (const [name, shots] of searches) rows.push(await searchedRow(plan, { name, url, shots }))
    return rows
  } finally {
    await plan.server.drop('bench_search')
  }
}

interface Searched {
  readonly name: string
  /** The database. */
  readonly url: string
  readonly shots: readonly Shot[]
}

/** How long these searches take through HTTP. One reader at a time, so that the figure is of a search and not of a queue. */
export async function searchedRow({ seconds, runs, say }: Plan, { name, url, shots }: Searched): Promise<Row> {
  say(name)
  const load = startChild<Burst, Fired>('load.ts')
  const baton = await startBaton({ env: { DATABASE_URL: url, BATON_DATA_DIR: join(scratch, 'search') } })
  const p95 = async (): Promise<number> => {
    return (await fire(load, { port: baton.port, shots, connections: 1, seconds })).p95
  }
  try {
    // The first one only warms up.
    await p95()
    const figures: number[] = []
    for (let run = 0; run < runs; run += 1) figures.push(await p95())
    const figure = median(figures)
    return { name, figure: `p95 ${figure.toFixed(1)} ms`, bar: `p95 under ${BAR} ms`, pass: figure < BAR }
  } finally {
    await Promise.all([baton.stop(), load.end()])
  }
}
