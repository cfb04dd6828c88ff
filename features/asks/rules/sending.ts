import { conflict, Failure, invalid, type Said } from '#platform/contract/failure.ts'
import { namesVersion } from '#platform/contract/if-match.ts'
import { refusalText } from './refusal-texts.ts'

/** A person may have so many things waiting to leave. */
export const MOST_SCHEDULED = 100
/** So long it is known what something became that has left, and so long something is kept that could not. */
export const SENT_DAYS = 30
export const KEPT_DAYS = 365
/** So far ahead something may be sent. */
const DAYS_AHEAD = 366

/** The instant at which something is to leave. Throws 422 for one that is over or too far ahead. */
export function ensureSendAt(sendAt: string, now: Temporal.Instant): Temporal.Instant {
  const at = Temporal.Instant.from(sendAt)
  const refuse = (message: Said): Failure => invalid([{ path: 'sendAt', message }])
  if (Temporal.Instant.compare(at, now) <= 0) throw refuse(() => refusalText('momentOver'))
  if (Temporal.Instant.compare(at, now.add({ hours: 24 * DAYS_AHEAD })) > 0) throw refuse(() => refusalText('withinAYear'))
  return at
}

/** A change names the version it was made against, when it names any. */
export function ensureSameScheduled(ifMatch: string | null, version: number): void {
  if (namesVersion(ifMatch, String(version))) return
  throw new Failure({
    code: 'scheduled.changed',
    status: 412,
    message: () => refusalText('scheduledChanged'),
  })
}

export const hasLeft = (): Failure => conflict('scheduled.sent', () => refusalText('hasLeft'))

export const tooManyScheduled = (): Failure =>
  conflict('scheduled.too_many', () => refusalText('tooManyScheduled', { most: MOST_SCHEDULED }))

/** Why something could not leave that Baton failed at. */
export const batonFailed: Said = () => refusalText('batonFailed')
