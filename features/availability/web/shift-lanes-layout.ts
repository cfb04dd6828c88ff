import { millisecondsOf, type Moment } from '#platform/text/moment.ts'
import { daysIntoWeek } from '#platform/text/week.ts'

interface Stretch {
  readonly start: string
  readonly end: string
}

/** Where a stretch stands between two instants, in percent; cut at their edges, and null when it lies outside. */
export function placeOf({ start, end }: Stretch, range: Stretch): { readonly left: number; readonly width: number } | null {
  const [from, to] = [millisecondsOf(range.start), millisecondsOf(range.end)]
  const [first, last] = [Math.max(millisecondsOf(start), from), Math.min(millisecondsOf(end), to)]
  return last > first ? { left: (100 * (first - from)) / (to - from), width: (100 * (last - first)) / (to - from) } : null
}

/** The two weeks from the beginning of the reader's week that holds a moment, `weeks` later, by the clocks of a zone; and the instants at which their days begin. */
export function twoWeeks(now: Moment, { zone, weeks }: { zone: string; weeks: number }): Stretch & { readonly days: readonly string[] } {
  const today = Temporal.Instant.fromEpochMilliseconds(millisecondsOf(now)).toZonedDateTimeISO(zone).toPlainDate()
  const first = today.subtract({ days: daysIntoWeek(today.dayOfWeek) }).add({ weeks })
  const beginning = (day: number): string => first.add({ days: day }).toZonedDateTime(zone).toInstant().toString()
  return { start: beginning(0), end: beginning(14), days: Array.from({ length: 14 }, (_, day) => beginning(day)) }
}
