import type { Moment } from '#platform/text/moment.ts'
import { millisecondsOf } from '#platform/text/moment.ts'

/** When a draft is to leave, unless that moment is over: then it is to be chosen anew, or it leaves at once. */
export function sendingAt({ sendAt }: { readonly sendAt: string | null }, now: Moment): string | null {
  return sendAt !== null && millisecondsOf(sendAt) > millisecondsOf(now) ? sendAt : null
}

/** Nine in the morning of the day after this one, on the clock of a zone. */
export function tomorrowMorning(now: Temporal.Instant, zone: string): string {
  return now.toZonedDateTimeISO(zone).startOfDay().add({ days: 1 }).with({ hour: 9 }).toInstant().toString()
}

interface Span {
  readonly start: string
  readonly end: string
}

/** When somebody's next working day begins: the first of these stretches that is to come, and that no other on its date stands before. */
export function startOfTheirDay(working: readonly Span[], { zone, now }: { zone: string; now: Moment }): string | null {
  const dateOf = (instant: string): string => Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString()
  const first = working.filter(({ start }, index) => index === 0 || dateOf(working[index - 1]?.start ?? '') !== dateOf(start))
  return first.find(({ start }) => millisecondsOf(start) > millisecondsOf(now))?.start ?? null
}

/** A moment as a field for date and time takes it, on the clock of a zone; and back. */
export const toField = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' })

export const fromField = (text: string, zone: string): string | null =>
  text === '' ? null : Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString()
