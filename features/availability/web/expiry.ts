import { daysIntoWeek } from '#platform/text/week.ts'

export const expiries = ['off', 'hour', 'today', 'tomorrow', 'week'] as const
export type Expiry = (typeof expiries)[number]

/** When something that is said of oneself ends by itself, on the person's own clock; null: it does not. */
export function expiryOf(expiry: Expiry, now: Temporal.Instant, zone: string): string | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  if (expiry === 'off') return null
  if (expiry === 'hour') return now.add({ hours: 1 }).toString()
  if (expiry === 'today') return endOf(today.toString(), zone)
  if (expiry === 'tomorrow') return endOf(today.add({ days: 1 }).toString(), zone)
  return endOf(today.add({ days: 6 - daysIntoWeek(today.dayOfWeek) }).toString(), zone)
}

/** The instant at which a date ends somewhere. */
export function endOf(date: string, zone: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone).toInstant().toString()
}

/** The date whose end an instant is, or on which it lies. */
export function lastDateOf(instant: string, zone: string): string {
  return Temporal.Instant.from(instant).subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate().toString()
}
