import { type Postmaster, stopPostmaster } from './postmaster.ts'
import { isAlive } from '#platform/process/processes.ts'

export interface PostgresLog {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

interface Kept {
  readonly postmaster: Postmaster
  readonly restart: () => Promise<Postmaster>
  readonly log: PostgresLog
}

const LOOK_EVERY = 250
const LONGEST_PAUSE = 30_000

/** Starts the server again whenever it ends by itself, until `stop` is called. */
export function keepRunning({ postmaster, restart, log }: Kept): { stop(how: { polite: boolean }): Promise<void> } {
  let current: Postmaster | null = postmaster
  let stopping = false
  let work: Promise<void> = Promise.resolve()

  const revive = async (pause: number): Promise<void> => {
    if (stopping) return
    try {
      current = await restart()
      log.info({}, 'PostgreSQL runs again.')
      look()
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'PostgreSQL could not be started again; trying further.')
      later(() => (work = revive(Math.min(pause * 2, LONGEST_PAUSE))), pause)
    }
  }
  const look = (): void => {
    if (stopping) return
    if (current && isAlive(current.pid)) return later(look, LOOK_EVERY)
    log.error({}, 'PostgreSQL ended by itself; starting it again.')
    current = null
    work = revive(1_000)
  }
  look()

  return {
    async stop(how) {
      stopping = true
      await work
      if (current) await stopPostmaster(current, how)
    },
  }
}

function later(work: () => void, pause: number): void {
  setTimeout(work, pause).unref()
}
