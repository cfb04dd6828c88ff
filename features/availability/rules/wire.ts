import { zoneAt } from './reach.ts'
import type { Resolved } from './resolve.ts'
import type { Span } from './spans.ts'

/** An instant in epoch milliseconds as it stands in an answer. */
export function instantText(instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toString()
}

/** As `instantText`, for what may be absent. */
export function instantTextOrNull(instant: number | null): string | null {
  return instant === null ? null : instantText(instant)
}

/** A span as it stands in an answer. */
export function spanText({ start, end }: Span): { start: string; end: string } {
  return { start: instantText(start), end: instantText(end) }
}

/** What the clock on the person's wall shows at an instant, with its distance to UTC: '2026-11-24T09:00:00+05:30'. */
export function localText(r: Resolved, instant: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zoneAt(r, instant))
  return local.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}
