import { DAY, dayOf, timeOf, weekdayOf } from './dates.ts'
import type { Span } from './spans.ts'
import { instantAt, zoneNamed } from './zones.ts'

/** People who take turns week by week, and when each hands over to the next: on a weekday (1 to 7) at a time on the clocks of a zone. */
export interface Pattern {
  readonly people: readonly string[]
  /** The first handover is on this date or the first such weekday after it. */
  readonly from: string
  readonly weekday: number
  readonly time: string
  readonly timeZone: string
  readonly weeks: number
}

/** The turns of a pattern, one a week, in epoch milliseconds. Over a clock change a week has an hour less or more. */
export function turnsOf({ people, from, weekday, time, timeZone, weeks }: Pattern): (Span & { readonly person: string })[] {
  const zone = zoneNamed(timeZone)
  const first = dayOf(from) + ((weekday - weekdayOf(dayOf(from)) + 7) % 7)
  const handover = (week: number): number => instantAt(zone, (first + 7 * week) * DAY + timeOf(time))
  return Array.from({ length: weeks }, (_, week) => ({
    person: people[week % people.length]!,
    start: handover(week),
    end: handover(week + 1),
  }))
}
