import type { Calendar } from '../contract/calendar.ts'
import { DAY, dayOf, timeOf } from './dates.ts'
import { type Span, union } from './spans.ts'
import { type Zone, instantAt, zoneNamed } from './zones.ts'

/** A calendar made ready for questions about instants. What is answered once is remembered here, within bounds. */
export interface Resolved {
  readonly calendar: Calendar
  readonly home: Zone
  /** By date, the first one first. */
  readonly travel: readonly { readonly from: number; readonly zone: Zone }[]
  /** Hours by ISO weekday; [0] is empty. */
  readonly weekly: readonly (readonly Span[])[]
  readonly overrides: ReadonlyMap<number, readonly Span[]>
  readonly focusWeekly: readonly (readonly Span[])[]
  readonly away: readonly Span[]
  readonly blocks: readonly Span[]
  /** 'start' or milliseconds after midnight. */
  readonly deliveries: readonly ('start' | number)[]
  /** Each date's own working time, away taken out. */
  readonly days: Map<number, readonly Span[]>
  readonly digests: Map<number, readonly number[]>
  readonly slices: Map<number, Slice>
}

/** A stretch of the timeline: what is worked and open in it, cut at its edges. */
export interface Slice extends Span {
  readonly work: readonly Span[]
  readonly open: readonly Span[]
}

type Hours = readonly (readonly [string, string])[]

/** Reads a calendar once. Dates are resolved when they are first asked for. */
export function resolve(calendar: Calendar): Resolved {
  const home = zoneNamed(calendar.timeZone)
  const travel = calendar.travel
    .map(({ from, timeZone }) => ({ from: dayOf(from), zone: zoneNamed(timeZone) }))
    .toSorted((a, b) => a.from - b.from)
  return {
    calendar,
    home,
    travel,
    weekly: byWeekday(calendar.weekly),
    overrides: new Map(Object.entries(calendar.overrides).map(([date, hours]) => [dayOf(date), wallSpans(hours)])),
    focusWeekly: byWeekday(calendar.focus.weekly),
    away: union(calendar.away.map((entry) => awaySpan({ home, travel }, entry))),
    blocks: union(calendar.focus.blocks.map(instantSpan)),
    deliveries: calendar.deliveries.map((entry) => (entry === 'start' ? entry : timeOf(entry))),
    days: new Map(),
    digests: new Map(),
    slices: new Map(),
  }
}

/** The zone of a date: that of the newest journey begun by then, else the home zone. */
export function zoneOf({ home, travel }: Pick<Resolved, 'home' | 'travel'>, day: number): Zone {
  let index = travel.length - 1
  while (index >= 0 && travel[index]!.from > day) index -= 1
  return index < 0 ? home : travel[index]!.zone
}

/** The time of one away entry; dates count from 00:00 of the first to 24:00 of the last, each in its own zone. */
export function awaySpan(zones: Pick<Resolved, 'home' | 'travel'>, entry: Calendar['away'][number]): Span {
  if ('start' in entry) return instantSpan(entry)
  const [first, last] = [dayOf(entry.from), dayOf(entry.to)]
  return { start: instantAt(zoneOf(zones, first), first * DAY), end: instantAt(zoneOf(zones, last), (last + 1) * DAY) }
}

function instantSpan({ start, end }: { start: string; end: string }): Span {
  return { start: Temporal.Instant.from(start).epochMilliseconds, end: Temporal.Instant.from(end).epochMilliseconds }
}

function byWeekday(weekly: Readonly<Record<string, Hours>>): (readonly Span[])[] {
  return Array.from({ length: 8 }, (_, weekday) => wallSpans(weekly[weekday] ?? []))
}

/** Wall-clock hours as milliseconds after the midnight their date begins with; an end at or before its start lies in the next day. */
function wallSpans(hours: Hours): Span[] {
  return hours.map(([from, to]) => {
    const [start, end] = [timeOf(from), timeOf(to)]
    return { start, end: end > start ? end : end + DAY }
  })
}
