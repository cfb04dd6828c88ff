import type { Log } from '#platform/http/app.ts'
import type { Job, JobRun } from '#platform/jobs/job.ts'
import { isUnavailable } from '#platform/sql/unavailable.ts'
import type { Brought } from './commands/bring.ts'
import { deliverMoments, type DueMoment } from './commands/deliver-moments.ts'
import { postponeMoment } from './commands/postpone-moment.ts'
import { queueCodes } from './commands/queue-codes.ts'
import { type MailParts, sendMails } from './commands/send-mails.ts'
import { type PushParts, sendPushes } from './commands/send-pushes.ts'
import { tellWasDue } from './commands/tell-was-due.ts'
import { dueMails, nextMail } from './queries/due-mails.ts'
import { duePushes, nextPush } from './queries/due-pushes.ts'
import { nextMoment, peopleOfMoment } from './queries/next-moment.ts'
import { nextWasDue } from './queries/next-was-due.ts'
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

/**
 * They are few among many, and each look is at all: for so many seconds what was found holds. That is also when the next one falls due. Only what was
 * given a due since then, and a near one, is told so many seconds later.
 */
const BETWEEN_LOOKS = 60

/** Tells askers who take no digests that what they asked was due; `announce` is told whom. */
export function wasDueJob(announce: (workspaceId: number, people: readonly string[], position: number) => void): Job {
  const looks = new Map<number, { readonly at: Temporal.Instant; readonly due: Temporal.Instant | null }>()
  return {
    name: 'asks that were due',
    async next(run) {
      const last = looks.get(run.workspaceId)
      // Also where a clock was set back.
      if (last && Math.abs(run.now.since(last.at).total('seconds')) < BETWEEN_LOOKS) return last.due
      const due = await nextWasDue(run)
      looks.set(run.workspaceId, { at: run.now, due })
      return due
    },
    async run(run) {
      const { people, position } = await tellWasDue(run)
      looks.delete(run.workspaceId)
      announce(run.workspaceId, people, position)
      return people.length
    },
  }
}

/** Queues the mails of codes that were asked for. */
export const codeJob: Job = {
  name: 'codes',
  next: async ({ db, workspaceId, now }) => (await waitingCodes(db, { workspaceId, now }))[0]?.askedAt ?? null,
  run: queueCodes,
}

const AT_ONCE = 200

/** Sends the mails that are due, some beside each other. What fails waits in its row; nobody's mail waits for another's. */
export function mailJob(parts: MailParts): Job {
  return {
    name: 'mails',
    next: ({ db, workspaceId }) => nextMail(db, workspaceId),
    async run({ db, workspaceId, now, due }) {
      const ids = await dueMails(db, workspaceId, { due, limit: AT_ONCE })
      await sendMails(parts, { db, workspaceId, now }, ids)
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
