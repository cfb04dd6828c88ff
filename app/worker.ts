import { createWorker, type Worker } from '#platform/events/worker.ts'
import type { Log } from '#platform/http/app.ts'
import type { KeptFiles } from '#platform/files/kept-files.ts'
import type { Live } from '#platform/live/live.ts'
import type { PushTransport } from '#platform/push/transport.ts'
import type { Connection, Database } from '#platform/sql/database.ts'
import type { Clock } from '#platform/time/clock.ts'
import { followFacts } from '#features/asks/commands/follow-facts.ts'
import { askJobs } from '#features/asks/jobs.ts'
import { planDeliveries } from '#features/delivery/commands/plan-deliveries.ts'
import { planWithZones } from '#features/delivery/commands/plan-with-zones.ts'
import type { MailParts } from '#features/delivery/commands/send-mails.ts'
import { codeJob, deliveryJob, mailJob, pushJob, wasDueJob } from '#features/delivery/jobs.ts'
import { announceBrought, announceEvents, announceWoken } from '#features/delivery/live.ts'
import { followSplits } from '#features/inbox/commands/follow-splits.ts'
import { wakeJob } from '#features/inbox/jobs.ts'
import { signInSweep } from '#features/people/jobs.ts'
import { indexEvents } from '#features/search/commands/index-events.ts'
import { draftSweep, fileSweep } from '#features/threads/jobs.ts'
import { importJob } from '#features/transfer/jobs.ts'
import { notices } from './notices.ts'

export interface WorkerParts {
  readonly db: Database
  /** Where the connection that holds the workspaces' locks is opened. */
  readonly connection: Connection
  readonly clock: Clock
  readonly log: Log
  /** Who listens in this process. */
  readonly live: Live
  readonly kept: KeptFiles
  /** How mail leaves and what its links are made with; null where none is set up. */
  readonly mail: Omit<MailParts, 'log'> | null
  /** How pushes leave. */
  readonly push: PushTransport
  /** Where archives wait to be brought in. */
  readonly importsFolder: string
}

/** The worker of this Baton: every handler of facts and every job, by feature. */
export function buildWorker({ db, connection, clock, log, live, kept, mail, push, importsFolder }: WorkerParts): Worker {
  const announceItems = (workspaceId: number, people: readonly string[], position: number): void =>
    announceWoken(live, workspaceId, { people, position })
  const deliveries = deliveryJob({
    mail: mail !== null,
    log,
    announce: (workspaceId, brought) => announceBrought(live, workspaceId, brought),
  })
  return createWorker({
    db,
    connection,
    clock,
    log,
    handlers: [followFacts, planDeliveries(notices, { mail: mail !== null }), followSplits, indexEvents],
    jobs: [
      ...askJobs,
      signInSweep,
      fileSweep(kept),
      draftSweep,
      wakeJob(announceItems),
      deliveries,
      wasDueJob(announceItems),
      ...(mail ? [codeJob] : []),
    ],
    slowJobs: [mail ? [mailJob({ ...mail, log })] : [], [pushJob({ transport: push, log })], [importJob({ folder: importsFolder, clock })]],
    begin: (at) => planWithZones({ ...at, timeZones: process.versions['tz'] ?? '' }),
    announce: (workspaceId, events) => announceEvents({ live, db }, workspaceId, events),
  })
}
