import { invalid } from '#platform/contract/failure.ts'
import { DAY, HOUR, dayOf } from './dates.ts'
import { type Resolved, zoneOf } from './resolve.ts'
import type { Span } from './spans.ts'
import { instantAt } from './zones.ts'
import { refusalText } from './refusal-texts.ts'

const LONGEST = 62 * DAY
/** Sixty-two local dates may hold a clock change. */
const CHANGE = 2 * HOUR

/** The edge of a range in epoch milliseconds: an instant as it is; a date at its beginning in the person's zone, or at its end. */
export function edgeOf(r: Resolved, edge: string, atEnd = false): number {
  if (edge.includes('T')) return Temporal.Instant.from(edge).epochMilliseconds
  const day = dayOf(edge)
  return instantAt(zoneOf(r, day), (atEnd ? day + 1 : day) * DAY)
}

/** Refuses (422) a range that is empty, runs backwards, or is longer than 62 days. */
export function ensureRange(start: number, end: number): Span {
  if (end <= start) throw invalid([{ path: 'to', message: () => refusalText('notAfterStart') }])
  if (end - start > LONGEST + CHANGE) throw invalid([{ path: 'to', message: () => refusalText('atMostDays') }])
  return { start, end }
}
