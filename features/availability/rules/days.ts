import { DAY, HOUR, weekdayOf } from './dates.ts'
import { remember } from './remember.ts'
import { type Resolved, zoneOf } from './resolve.ts'
import { type Span, spanAt, union, without } from './spans.ts'
import { instantAt, skips } from './zones.ts'

/** No date anywhere begins earlier than this before its midnight in UTC. */
const AHEAD = 16 * HOUR
/** Hours may run through the next day, a zone may lag 16 hours behind UTC, and a clock change may move them by a day. */
const BEHIND = 3 * DAY + AHEAD

/** A date's own working time, away taken out. A date that has some is a working day. */
export function workOn(r: Resolved, day: number): readonly Span[] {
  const known = r.days.get(day)
  if (known) return known
  const hours = r.overrides.get(day) ?? r.weekly[weekdayOf(day)]!
  return remember(r.days, day, without(union(hoursOn(r, day, hours)), r.away))
}

/** The weekly focus of a date. */
export function focusOn(r: Resolved, day: number): readonly Span[] {
  return hoursOn(r, day, r.focusWeekly[weekdayOf(day)]!)
}

/** When a working day ends; null for a date that is none. */
export function endOf(r: Resolved, day: number): number | null {
  return workOn(r, day).at(-1)?.end ?? null
}

/** The first and last date whose hours can reach into [start, end). */
export function datesAround({ start, end }: Span): { first: number; last: number } {
  return { first: Math.floor((start - BEHIND) / DAY), last: Math.floor((end + AHEAD) / DAY) }
}

/** The span outside which a date can have no hours. */
export function reachOf(day: number): Span {
  return { start: day * DAY - AHEAD, end: day * DAY + BEHIND }
}

/** The date whose working time holds the instant, the earliest if several; null when it is not worked. */
export function dayWorked(r: Resolved, instant: number): number | null {
  const { first, last } = datesAround({ start: instant, end: instant })
  for (let day = first; day <= last; day += 1) {
    if (spanAt(workOn(r, day), instant)) return day
  }
  return null
}

/** The end of the `count`-th working day after `day`, of those that end after `from`; null when there is none by `until`. */
export function endOfNthDay(r: Resolved, count: number, { day, from, until }: { day: number; from: number; until: number }): number | null {
  const { last } = datesAround({ start: until, end: until })
  let left = count
  for (let next = day + 1; next <= last; next += 1) {
    const end = endOf(r, next)
    if (end === null || end <= from) continue
    left -= 1
    if (left === 0) return end <= until ? end : null
  }
  return null
}

const none: readonly Span[] = []

function hoursOn(r: Resolved, day: number, hours: readonly Span[]): readonly Span[] {
  if (hours.length === 0) return none
  const zone = zoneOf(r, day)
  if (skips(zone, day)) return none
  return hours.map(({ start, end }) => ({ start: instantAt(zone, day * DAY + start), end: instantAt(zone, day * DAY + end) }))
}
