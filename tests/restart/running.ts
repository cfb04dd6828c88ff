import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPlace } from '#platform/postgres/place.ts'
import { findPostmaster } from '#platform/postgres/postmaster.ts'
import { waitFor } from '#platform/process/processes.ts'
import { freePort } from '#platform/testing/free-port.ts'
import { removeDataDir } from '#platform/testing/postgres.ts'
import { stopwatch } from '#platform/time/clock.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const START_WITHIN = 60_000

/** A Baton as anybody starts it, on a data folder and at an address that stay while processes come and go. */
export interface Restartable {
  readonly url: string
  /** Starts it, waits until it is ready, and tells how many milliseconds that took. */
  start(): Promise<number>
  /** Ends its process as the system does: without a word. */
  kill(): Promise<void>
  /** The same for its PostgreSQL, whose process is another one. */
  killDatabase(): Promise<void>
  isReady(): Promise<boolean>
  /** Ends all of it and removes its data. */
  remove(): Promise<void>
}

export async function restartable(): Promise<Restartable> {
  const dataDir = await mkdtemp(join(await realpath(tmpdir()), 'baton-restart-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  const kill = async (): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  const killDatabase = async (): Promise<void> => {
    const postmaster = await findPostmaster((await findPlace(dataDir)).cluster)
    if (!postmaster) throw new Error('There is no PostgreSQL to kill.')
    process.kill(postmaster.pid, 'SIGKILL')
  }
  return {
    url,
    isReady,
    kill,
    killDatabase,
    async start() {
      const taken = stopwatch()
      const env = { PATH: process.env['PATH'], PORT: String(port), BATON_DATA_DIR: dataDir, LOG_LEVEL: 'silent' }
      const started = spawn(process.execPath, ['app/main.ts', 'start'], { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] })
      child = started
      await waitFor(async () => started.exitCode !== null || (await isReady()), { within: START_WITHIN })
      if (started.exitCode !== null || !(await isReady())) throw new Error('Baton did not start.')
      return taken()
    },
    async remove() {
      await kill()
      await removeDataDir(dataDir)
    },
  }
}
