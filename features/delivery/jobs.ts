import type { Log } from '#platform/http/app.ts'
import type { Job, JobRun } from '#platform/jobs/job.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { Brought } from './commands/bring.ts'
import { deliverMoments, type DueMoment } from './commands/deliver-moments.ts'
import { postponeMoment } from './commands/postpone-moment.ts'
import { queueCodes } from './commands/queue-codes.ts'
import { type MailParts, sendMails } from './commands/send-mails.ts'
import { type PushParts, sendPushes } from './commands/send-pushes.ts'
import { dueMails, nextMail } from './queries/due-mails.ts'
import { duePushes, nextPush } from './queries/due-pushes.ts'
import { nextMoment, peopleOfMoment } from './queries/next-moment.ts'
import { waitingCodes } from './queries/waiting-codes.ts'

export interface DeliveryParts {
  /** Whether what is delivered also goes by mail. */
  readonly mail: boolean
  readonly log: Log
  /** Told whom something was brought to, once it is so. */
  readonly announce: (workspaceId: number, brought: readonly Brought[]) => void
}

/** Reaches people at their moments. One whose delivery fails keeps nobody else waiting: it is tried again a minute later. */
export function deliveryJob(parts: DeliveryParts): Job {
  return {
    name: 'deliveries',
    next: ({ db, workspaceId }) => nextMoment(db, workspaceId),
    async run({ db, workspaceId, now, due }) {
      const moment = { workspaceId, now, due, mail: parts.mail }
      const reached = await deliverMoments(db, moment).catch((error: unknown) => {
        if (isUnavailable(error)) throw error
        return null
      })
      if (reached === null) return deliverApart(parts, db, moment)
      parts.announce(workspaceId, reached.brought)
      return reached.moments
    },
  }
}

async function deliverApart(parts: DeliveryParts, db: JobRun['db'], moment: DueMoment): Promise<number> {
  const { workspaceId, now, due } = moment
  const people = await peopleOfMoment(db, workspaceId, due)
  for (const personId of people) {
    try {
      const { brought } = await deliverMoments(db, { ...moment, only: personId })
      parts.announce(workspaceId, brought)
    } catch (error) {
      if (isUnavailable(error)) throw error
      parts.log.error({ err: error, workspaceId, person: personId }, 'a delivery failed and is tried again in a minute')
      await postponeMoment(db, { workspaceId, personId, due, until: now.add({ minutes: 1 }) })
    }
  }
  return people.length
}

/** Queues the mails of codes that were asked for. */
export const codeJob: Job = {
  name: 'codes',
  next: async ({ db, workspaceId, now }) => (await waitingCodes(db, { workspaceId, now }))[0]?.askedAt ?? null,
  run: queueCodes,
}

const AT_ONCE = 200
/** So many are read together; the next are read while these are written. */
const READ_TOGETHER = 100

/** Sends the mails that are due, some beside each other. What fails waits in its row; nobody's mail waits for another's. */
export function mailJob(parts: MailParts): Job {
  return {
    name: 'mails',
    next: ({ db, workspaceId }) => nextMail(db, workspaceId),
    async run({ db, workspaceId, now, due }) {
      const ids = await dueMails(db, workspaceId, { due, limit: AT_ONCE })
      const parties = Array.from({ length: Math.ceil(ids.length / READ_TOGETHER) }, (_, party) =>
        ids.slice(party * READ_TOGETHER, (party + 1) * READ_TOGETHER),
      )
      await Promise.all(parties.map((party) => sendMails(parts, { db, workspaceId, now }, party)))
      return ids.length
    },
  }
}

/** Sends the pushes that are due, beside each other. */
export function pushJob(parts: PushParts): Job {
  return {
    name: 'pushes',
    next: ({ db, workspaceId }) => nextPush(db, workspaceId),
    async run({ db, workspaceId, now, due }) {
      const ids = await duePushes(db, workspaceId, { due, limit: AT_ONCE })
      await sendPushes(parts, { db, workspaceId, now }, ids)
      return ids.length
    },
  }
}
