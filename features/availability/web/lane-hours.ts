import { hoursAhead, localDay, localHour, millisecondsOf, type Moment } from '#platform/text/moment.ts'
import type { BandHours } from '#ui/band.tsx'
import type { Day } from '../contract/days.ts'

type Span = Day['working'][number]

/** A day of 24 hours by the clocks of a zone, on which lanes are drawn. */
export interface Axis {
  readonly zone: string
  /** `2026-11-17` */
  readonly date: string
}

interface Stretch {
  readonly from: number
  readonly to: number
}

// A hair over the edge: what goes on beyond it is cut square there.
const OVER = 1e-7
const DAY = 86_400_000

/** Where an instant stands on an axis, in hours by its clocks; below 0 and above 24 on other dates. */
export function hourOn(axis: Axis, moment: Moment): number {
  return localHour(moment, axis.zone) + 24 * (localDay(moment, axis.zone) - dayNumber(axis.date))
}

/** What of these stretches lies on an axis. */
export function onAxis(axis: Axis, spans: readonly Span[]): Stretch[] {
  return spans
    .map(({ start, end }) => ({ from: Math.max(0, hourOn(axis, start)), to: Math.min(24, hourOn(axis, end)) }))
    .filter(({ from, to }) => to > from)
}

/** A person's time on an axis, as a lane shows it. */
export function laneHours(day: Day, axis: Axis, awayLabel: string): BandHours {
  const drawn = (spans: readonly Span[]): Stretch[] =>
    onAxis(axis, spans).map(({ from, to }) => ({ from: from === 0 ? -OVER : from, to: to === 24 ? 24 + OVER : to }))
  return {
    shift: skyShift(day.timeZone, axis),
    work: drawn(day.working),
    focus: drawn(day.focus),
    away: drawn(day.away).map((stretch) => ({ ...stretch, label: awayLabel })),
  }
}

/** The stretches that begin on the date of an axis, whole. */
export function startingOn(axis: Axis, spans: readonly Span[]): Span[] {
  return spans.filter(({ start }) => localDay(start, axis.zone) === dayNumber(axis.date))
}

/** The date it is somewhere. */
export function dateIn(zone: string, now: Temporal.Instant): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** Three days around a date, so that the date is whole in every zone. */
export function daysAround(date: string): { from: string; to: string } {
  const at = Temporal.PlainDate.from(date)
  return { from: `${at.subtract({ days: 1 }).toString()}T00:00:00Z`, to: `${at.add({ days: 2 }).toString()}T00:00:00Z` }
}

/** From the other side of the date line the nearer way round is the same sky. */
function skyShift(zone: string, axis: Axis): number {
  const ahead = hoursAhead(`${axis.date}T12:00:00Z`, zone, axis.zone)
  return ahead > 12 ? 24 - ahead : ahead <= -12 ? -24 - ahead : -ahead
}

function dayNumber(date: string): number {
  return millisecondsOf(`${date}T00:00:00Z`) / DAY
}
