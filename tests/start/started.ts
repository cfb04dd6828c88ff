import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { EmbeddedConnection } from '#platform/postgres/connection.ts'
import { stopwatch } from '#platform/time/clock.ts'
import { removeDataDir } from '#platform/testing/postgres.ts'

/** What a process of database-process.ts says about itself. */
export interface Said {
  readonly connection?: EmbeddedConnection
  readonly adopted?: boolean
  readonly address?: string
  readonly refused?: string
  readonly info?: string
  readonly error?: string
}

export interface Started {
  readonly child: ChildProcessByStdio<null, Readable, null>
  /** The first line that tells of a running database or of a refusal. */
  readonly said: Said
  readonly milliseconds: number
  /** Every line up to now. */
  readonly lines: readonly Said[]
  /** The exit code once it has ended by itself or by this signal. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

const script = fileURLToPath(new URL('./database-process.ts', import.meta.url))

const running = new Set<ChildProcess>()

/** Kills every process of a test that failed before it ended them. */
export async function endProcesses(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

/** Starts a process that runs the database of a data folder, and waits until it is ready or refuses. */
export async function startDatabase(dataDir: string): Promise<Started> {
  const taken = stopwatch()
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  const exited = once(child, 'exit').finally(() => running.delete(child))
  const lines: Said[] = []
  const { promise: said, resolve } = Promise.withResolvers<Said>()
  createInterface(child.stdout).on('line', (line) => {
    const next = JSON.parse(line) as Said
    lines.push(next)
    if (next.connection || next.refused) resolve(next)
  })
  const first = await Promise.race([said, exited.then(() => ({}))])
  const end = async (signal?: NodeJS.Signals): Promise<number | null> => {
    if (signal) child.kill(signal)
    const [code] = await exited
    return code as number | null
  }
  return { child, said: first, milliseconds: taken(), lines, end }
}

/** A data folder of the test's own; `remove` ends what still runs on it. */
export async function dataFolder(...deeper: string[]): Promise<{ dataDir: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'baton-start-'))
  const dataDir = join(folder, ...deeper, 'data')
  return {
    dataDir,
    remove: async () => {
      await removeDataDir(dataDir)
      await removeDataDir(folder)
    },
  }
}

/** One statement on a connection of its own. */
export async function ask(connection: EmbeddedConnection | undefined, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {
    // A server that is killed under a statement ends the statement.
  })
  await client.connect()
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end().catch(() => {})
  }
}
