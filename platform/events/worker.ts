import { setTimeout } from 'node:timers/promises'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Log } from '#platform/http/app.ts'
import type { Job } from '#platform/jobs/job.ts'
import type { Connection, Database } from '#platform/sql/database.ts'
import type { Clock } from '#platform/time/clock.ts'
import { drainOutbox, type EventHandler } from './drain-outbox.ts'
import { turns } from './turns.ts'
import { workspaceLocks } from './workspace-locks.ts'

export interface WorkerOptions {
  readonly db: Database
  /** Where the connection that holds the locks is opened. */
  readonly connection: Connection
  readonly clock: Clock
  readonly log: Log
  readonly handlers: readonly EventHandler[]
  readonly jobs: readonly Job[]
  /** Jobs that take long, in lanes of their own: each runs beside everything else, which never waits for it. Their order in time is no matter. */
  readonly slowJobs?: readonly (readonly Job[])[]
  /** Told after each batch that was committed, for those who watch. */
  readonly announce: (workspaceId: number, events: readonly PositionedEvent[]) => Promise<void>
  /** Done once for each workspace whose lock is gained, before anything else in it. */
  readonly begin?: (at: { db: Database; workspaceId: number; now: Temporal.Instant }) => Promise<void>
}

export interface Worker {
  start(): void
  /** Looks at once instead of at the next poll: something was just recorded in this process. */
  wake(): void
  /** Does everything that is due now until nothing is left. */
  settle(): Promise<void>
  stop(): Promise<void>
}

const PATIENCE = 3000

/**
 * Handles what happens in every workspace whose lock this process holds, in the order of time: facts as they were recorded, jobs as they
 * fall due. Another process takes over what this one lets go of, however it ends.
 */
export function createWorker(options: WorkerOptions): Worker {
  const { clock, db, log, begin = async () => {}, slowJobs = [] } = options
  const locks = workspaceLocks(options.connection)
  const begun = new Set<number>()
  const stopping = { yes: false }
  const interruptedIn = (workspaceId: number) => (): boolean => stopping.yes || !locks.holds(workspaceId)

  async function handleAll(): Promise<void> {
    const held = await locks.hold()
    for (const workspaceId of begun) if (!held.includes(workspaceId)) begun.delete(workspaceId)
    for (const workspaceId of held) {
      if (!begun.has(workspaceId)) await begin({ db, workspaceId, now: clock.now() })
      begun.add(workspaceId)
      await settleWorkspace(options, workspaceId, interruptedIn(workspaceId))
    }
  }

  const runSlow = (jobs: readonly Job[]) => async (): Promise<void> => {
    for (const workspaceId of begun) await settleWorkspace({ ...options, handlers: null, jobs }, workspaceId, interruptedIn(workspaceId))
  }

  const main = turns(handleAll, { log, stopping })
  const runs = slowJobs.map(runSlow)
  const slow = runs.map((run) => turns(run, { log, stopping }))
  const lanes = [main, ...slow]
  return {
    start: () => lanes.forEach((lane) => lane.start()),
    wake: () => lanes.forEach((lane) => lane.wake()),
    settle: async () => {
      await handleAll()
      for (const run of runs) await run()
    },
    stop: async () => {
      stopping.yes = true
      // What waits for another machine is left where it is: its row says that it was begun.
      await Promise.all([
        main.end(),
        Promise.race([Promise.all(slow.map((lane) => lane.end())), setTimeout(PATIENCE, undefined, { ref: false })]),
      ])
      await locks.release()
    },
  }
}

type Lane = Omit<WorkerOptions, 'handlers'> & { readonly handlers: readonly EventHandler[] | null }

/** Everything that is due in a workspace, in the order of time, until nothing is left; without handlers, jobs alone. */
async function settleWorkspace(options: Lane, workspaceId: number, interrupted: () => boolean): Promise<void> {
  const { db, clock, log, handlers } = options
  const waiting = new Set<Job>()
  while (!interrupted()) {
    const run = { db, workspaceId, now: clock.now() }
    const due = await earliest(
      options.jobs.filter((job) => !waiting.has(job)),
      run,
    )
    const events = handlers === null ? [] : await drainOutbox({ ...run, until: due?.at ?? run.now, handlers, log })
    if (events.length > 0) await announce(options, workspaceId, events)
    else if (due === null) return
    else if ((await attempt(due.job, { ...run, due: due.at, interrupted }, log)) === 0) waiting.add(due.job)
  }
}

/** Whoever was not told finds it when they next look: what was committed stands. */
async function announce(
  { announce: tell, log }: Pick<WorkerOptions, 'announce' | 'log'>,
  workspaceId: number,
  events: readonly PositionedEvent[],
): Promise<void> {
  await tell(workspaceId, events).catch((error: unknown) => log.error({ err: error, workspaceId }, 'those who watch could not be told'))
}

/** What fails waits for the next poll, and nothing else waits for it. */
async function attempt(job: Job, run: Parameters<Job['run']>[0], log: Log): Promise<number> {
  try {
    return await job.run(run)
  } catch (error) {
    log.error({ err: error, job: job.name, workspaceId: run.workspaceId }, 'a job failed and is tried again')
    return 0
  }
}

async function earliest(jobs: readonly Job[], run: Parameters<Job['next']>[0]): Promise<{ job: Job; at: Temporal.Instant } | null> {
  let first: { job: Job; at: Temporal.Instant } | null = null
  for (const job of jobs) {
    const at = await job.next(run)
    if (at === null || Temporal.Instant.compare(at, run.now) > 0) continue
    if (first === null || Temporal.Instant.compare(at, first.at) < 0) first = { job, at }
  }
  return first
}
