import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { waitFor } from '#platform/process/processes.ts'
import { makeWorkspace, writtenIn, type Workspace } from '../../tests/restart/workspace.ts'
import { startBaton } from '../http/baton.ts'
import { type People, startPeople } from './people.ts'
import { type Figure, figuresOf, look, type Sample } from './watch.ts'

export interface Soaked {
  readonly figures: readonly Figure[]
  readonly done: ReadonlyMap<string, number>
  readonly acknowledged: number
  /** What is not as it is to be, in words; empty when all is well. */
  readonly faults: readonly string[]
}

const SAMPLES = 60
/** How long what was recorded last may take to be seen by the worker. */
const SETTLES_WITHIN = 60_000
/** Of less time than this memory says nothing: it warms. */
const MEMORY_FROM = 5

/** Starts a real Baton on an empty database, lets people use it for so many minutes, and looks whether it holds. `database` is one of its own. */
export async function soak({ minutes, database }: { minutes: number; database: string }): Promise<Soaked> {
  const dataDir = await mkdtemp(join(tmpdir(), 'baton-soak-'))
  const baton = await startBaton({ by: 'server', env: { BATON_DATA_DIR: dataDir, DATABASE_URL: database } })
  const client = new pg.Client({ connectionString: database })
  try {
    await client.connect()
    const url = `http://127.0.0.1:${baton.port}`
    const workspace = await makeWorkspace(url)
    const people = startPeople(workspace)
    const samples = await watch(minutes, () => look(url, client))
    await people.stop()
    const settles = await waitFor(async () => (await look(url, client)).outbox === 0, { within: SETTLES_WITHIN })
    const figures = figuresOf(samples)
    const grown = figures.filter(({ name, late, most }) => late > most && (name !== 'memory' || minutes >= MEMORY_FROM))
    const faults = [
      ...grown.map(({ name, early, late, most }) => `${name} grew from ${early} to ${late}, at most ${most}`),
      ...(settles ? [] : ['the outbox is not empty after a minute of rest']),
      ...[...people.refused].map(([what, times]) => `${what}, ${times} times`),
      ...(await lostOf(workspace, people)),
      ...(await stillOpen(client, people.withdrawn)),
    ]
    return { figures, done: people.done, acknowledged: people.acknowledged.length + people.withdrawn.length, faults }
  } finally {
    await client.end()
    await baton.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function watch(minutes: number, look: () => Promise<Sample>): Promise<Sample[]> {
  const samples: Sample[] = []
  for (let count = 0; count < SAMPLES; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, (minutes * 60_000) / SAMPLES))
    samples.push(await look())
  }
  return samples
}

/** What was acknowledged and is not there, or is there twice. */
async function lostOf(workspace: Workspace, { acknowledged }: People): Promise<string[]> {
  const faults: string[] = []
  for (const [thread, posts] of Map.groupBy(acknowledged, (post) => post.thread)) {
    const there = Map.groupBy(await writtenIn({ ...workspace, thread }), ({ body }) => body)
    for (const { body, id } of posts) {
      const found = (there.get(body) ?? []).map((post) => post.id)
      if (found.length !== 1 || found[0] !== id) faults.push(`${body} in thread ${thread} is there ${found.length} times`)
    }
  }
  return faults
}

async function stillOpen(client: pg.Client, withdrawn: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from asks where id = any($1::uuid[]) and state <> 'withdrawn'`, [
    withdrawn,
  ])
  return rows.map(({ id }) => `the ask ${id} was withdrawn, and is not`)
}
