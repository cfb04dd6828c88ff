import { DAY, HORIZON, dateOf } from './dates.ts'
import { dayWorked } from './days.ts'
import { type Resolved, zoneOf } from './resolve.ts'
import { type Span, within } from './spans.ts'
import { endOfStretch, firstOf, openTime, sliceAt, spansOf, stretchAt } from './timeline.ts'
import { wallAt } from './zones.ts'

/** Whether the person works at this instant. Instants and lengths here are milliseconds. */
export function isWorking(r: Resolved, instant: number): boolean {
  return stretchAt(r, 'work', instant) !== null
}

/** Whether the person works at this instant, and not in focus. */
export function isOpen(r: Resolved, instant: number): boolean {
  return stretchAt(r, 'open', instant) !== null
}

/** What something that comes at this instant comes into: open time, focus, or time that is not worked. */
export function interruptedAt(r: Resolved, instant: number): 'open' | 'focus' | 'off hours' {
  if (isOpen(r, instant)) return 'open'
  return isWorking(r, instant) ? 'focus' : 'off hours'
}

/** The first open instant at or after `from`; null when there is none within the horizon. */
export function firstOpen(r: Resolved, from: number): number | null {
  return firstOf(r, 'open', from)
}

/** When the open stretch that holds this instant ends, at most the horizon away; null when the instant is not open. */
export function openUntil(r: Resolved, instant: number): number | null {
  return endOfStretch(r, 'open', instant)
}

/** When the stretch of work that holds this instant ends, as `openUntil`; null when the instant is not worked. */
export function workedUntil(r: Resolved, instant: number): number | null {
  return endOfStretch(r, 'work', instant)
}

/** The first worked instant at or after `from`; null when there is none within the horizon. */
export function firstWorked(r: Resolved, from: number): number | null {
  return firstOf(r, 'work', from)
}

/** Up to when the person last worked before this instant: the instant itself when they work up to it; null when not within the horizon. */
export function lastWorkedBefore(r: Resolved, instant: number): number | null {
  for (let at = instant; at >= instant - HORIZON;) {
    const part = sliceAt(r, at - 1)
    const last = part.work.findLast((span) => span.start < instant)
    if (last) return Math.min(last.end, instant) >= instant - HORIZON ? Math.min(last.end, instant) : null
    at = part.start
  }
  return null
}

/** The working spans in [from, to). */
export function working(r: Resolved, from: number, to: number): readonly Span[] {
  return spansOf(r, 'work', { start: from, end: to })
}

/** The open spans in [from, to). */
export function open(r: Resolved, from: number, to: number): readonly Span[] {
  return spansOf(r, 'open', { start: from, end: to })
}

/** The spans of absence in [from, to), whether they would be worked or not. */
export function away(r: Resolved, from: number, to: number): readonly Span[] {
  return within(r.away, { start: from, end: to })
}

/** How much open time lies in [from, to). */
export function openTimeBetween(r: Resolved, from: number, to: number): number {
  return openTime(r, { start: from, end: to })
}

/** The date 'YYYY-MM-DD' to which a worked instant belongs, the earliest if several; null when it is not worked. */
export function localDateWorked(r: Resolved, instant: number): string | null {
  const day = dayWorked(r, instant)
  return day === null ? null : dateOf(day)
}

/** The date 'YYYY-MM-DD' it is for the person, whether they work or not: of dates that overlap by travel, the one that began last. */
export function localDateAt(r: Resolved, instant: number): string {
  return dateOf(dayAt(r, instant))
}

/** The name of the zone the person is in: that of the date worked, up to and with the moment work ends; else that of the date it is. */
export function zoneAt(r: Resolved, instant: number): string {
  return zoneOf(r, dayWorked(r, instant) ?? dayWorked(r, instant - 1) ?? dayAt(r, instant)).name
}

/** The date it is for the person, as days since 1970-01-01. */
export function dayAt(r: Resolved, instant: number): number {
  let day = Math.floor(instant / DAY) + 1
  while (Math.floor(wallAt(zoneOf(r, day), instant) / DAY) < day) day -= 1
  return day
}
