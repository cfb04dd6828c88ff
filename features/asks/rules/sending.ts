import { conflict, Failure, type FieldError, invalid } from '#platform/contract/failure.ts'
import { namesVersion } from '#platform/contract/if-match.ts'

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
  const refuse = (message: string): Failure => invalid([{ path: 'sendAt', message } satisfies FieldError])
  if (Temporal.Instant.compare(at, now) <= 0) throw refuse('This moment is over. Choose a later one, or leave it out to send now')
  if (Temporal.Instant.compare(at, now.add({ hours: 24 * DAYS_AHEAD })) > 0) throw refuse('Choose a moment within a year')
  return at
}

/** A change names the version it was made against, when it names any. */
export function ensureSameScheduled(ifMatch: string | null, version: number): void {
  if (namesVersion(ifMatch, String(version))) return
  throw new Failure({
    code: 'scheduled.changed',
    status: 412,
    message: 'This was changed since you read it. Read it again, then change it.',
  })
}

export const hasLeft = (): Failure => conflict('scheduled.sent', 'This has left already. Edit it where it stands.')

export const tooManyScheduled = (): Failure =>
  conflict('scheduled.too_many', `${MOST_SCHEDULED} things of yours wait to be sent already. Send or delete some of them first.`)

/** Why something could not leave whose author was not there. */
export const AUTHOR_GONE = 'Its author had no account here at that moment.'
/** Why something could not leave that Baton failed at. */
export const BATON_FAILED = 'Something failed in Baton at that moment. Give it another one.'
