import type { BareSetup } from '../bare.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import type { Plan } from '../plan.ts'
import type { Row } from '../report.ts'
import { scratch } from '../database.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { join } from 'node:path'
import { type RunningBaton, startBaton } from './baton.ts'
import { startChild } from './child.ts'
import { openSampler, type Sample } from './sample.ts'
import { shotsOn } from './shots.ts'
import { type Result, versus } from './versus.ts'

const RATIO = 0.6
const LATEST = 100
const MEGABYTE = 1_000_000
const IDLE = 150
const AFTER_READS = 300

/** What is measured through HTTP: each read and write against the bare server, and what memory the process takes. */
export async function httpRows({ server, seeded, seconds, runs, say }: Plan): Promise<Row[]> {
  const url = await server.copy(seeded, 'bench_http')
  const database = openDatabase({ connectionString: url }, { size: 1 })
  const shots = await shotsOn(database)
  await database.close()
  const bare = startChild<BareSetup, { port: number }>('bare.ts')
  const load = startChild<Burst, Fired>('load.ts')
  const env = { DATABASE_URL: url, BATON_DATA_DIR: join(scratch, 'http') }
  // The first start after a change compiles what later ones find compiled, and takes the memory for it.
  await (await startBaton({ env })).stop()
  const baton = await startBaton({ env })
  try {
    const rows = [await memoryRow(baton, 'memory idle', IDLE)]
    for (const [name, list] of [...shots.reads, ...shots.writes]) {
      say(name)
      // As things stand by now: what is written for one row is read by others.
      const { port } = await bare.ask({ url, samples: await sampled(url, list) })
      const bareShots = list.map(({ method }, index) => ({ method, path: `/${index}` }))
      const result = await versus({ load, seconds, runs }, { port: baton.port, shots: list }, { port, shots: bareShots })
      rows.push(raceRow(name, result))
      if (name === [...shots.reads.keys()].at(-1)) rows.push(await memoryRow(baton, 'memory after the reads', AFTER_READS))
    }
    return rows
  } finally {
    await Promise.all([baton.stop(), bare.end(), load.end()])
    await server.drop('bench_http')
  }
}

async function sampled(url: string, shots: readonly Shot[]): Promise<Sample[]> {
  const sampler = openSampler(url)
  const samples: Sample[] = []
  for (const shot of shots) samples.push(await sampler.sample(shot))
  await sampler.close()
  return samples
}

function raceRow(name: string, { baton, bare, ratio, p50, p99 }: Result): Row {
  const figure = `${ratio.toFixed(2)} of bare (${Math.round(baton)}/s of ${Math.round(bare)}/s), p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  return { name, figure, bar: `${RATIO} of bare, p99 ${LATEST} ms`, pass: ratio >= RATIO && p99 < LATEST }
}

async function memoryRow(baton: RunningBaton, name: string, most: number): Promise<Row> {
  const bytes = await baton.memory()
  const figure = bytes === null ? 'not told on this system' : `${Math.round(bytes / MEGABYTE)} MB`
  return { name, figure, bar: `under ${most} MB`, pass: bytes !== null && bytes < most * MEGABYTE }
}
