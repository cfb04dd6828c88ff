import type { NeededBy } from '../contract/calendar.ts'
import { DAY, HORIZON } from './dates.ts'
import { datesAround, dayWorked, endOf, endOfNthDay } from './days.ts'
import { digestsOn } from './digests.ts'
import { dayAt, lastWorkedBefore } from './reach.ts'
import type { Resolved } from './resolve.ts'

/** An ask as far as its times go, in epoch milliseconds. */
export interface AskTimes {
  readonly at: number
  readonly due: number | null
  readonly neededBy: NeededBy
  readonly deliveredAt: number | null
}

const LONGEST = 400 * DAY

/**
 * When an unanswered ask expires: at the end of the owner's fifth working day after due; without a due, of the twentieth after delivery; in
 * any case 400 days after the later of sending and due. `r` is the calendar its due came from.
 */
export function expiresAt(r: Resolved, { at, due, neededBy, deliveredAt }: AskTimes): number {
  const latest = Math.max(at, due ?? at) + LONGEST
  if (due !== null) return Math.min(endAfter(r, 5, { day: dayOfDue(r, due, neededBy), from: due }) ?? latest, latest)
  if (deliveredAt === null) return latest
  return Math.min(endAfter(r, 20, { day: dayOfMoment(r, deliveredAt), from: deliveredAt }) ?? latest, latest)
}

/**
 * When an open ask is listed once more because it is due that date: the date's first digest time, if that is before due. Null when it was
 * delivered on that date, or when there is no such time.
 */
export function dueTodayAt(r: Resolved, { due, neededBy, deliveredAt }: Omit<AskTimes, 'at'>): number | null {
  if (due === null || deliveredAt === null) return null
  const day = dayOfDue(r, due, neededBy)
  if (day === null || dayOfMoment(r, deliveredAt) >= day) return null
  // In a night shift the date's first digest can be the very moment of delivery, in the date before.
  const first = digestsOn(r, day).find((time) => time > deliveredAt)
  return first !== undefined && first < due ? first : null
}

/** Whether a calendar change moved a due so far that the asker is told: to another working day, or by a whole day and night. */
export function wasMovedByADay(before: number | null, after: number | null, r: Resolved): boolean {
  if (before === null || after === null) return before !== after
  return Math.abs(after - before) >= DAY || lastDayWorked(r, before) !== lastDayWorked(r, after)
}

function endAfter(r: Resolved, count: number, { day, from }: { day: number | null; from: number }): number | null {
  const start = day ?? datesAround({ start: from, end: from }).first
  return endOfNthDay(r, count, { day: start, from, until: from + HORIZON })
}

/** The date whose end a due is; for an instant, and when no date ends there any more, the date of the last worked instant before it. */
function dayOfDue(r: Resolved, due: number, neededBy: NeededBy): number | null {
  const isInstant = typeof neededBy === 'object' && 'at' in neededBy
  return (isInstant ? null : dayEndingAt(r, due)) ?? lastDayWorked(r, due)
}

function dayEndingAt(r: Resolved, due: number): number | null {
  const { first, last } = datesAround({ start: due, end: due })
  for (let day = first; day <= last; day += 1) {
    if (endOf(r, day) === due) return day
  }
  return null
}

function lastDayWorked(r: Resolved, instant: number): number | null {
  const until = lastWorkedBefore(r, instant)
  return until === null ? null : dayWorked(r, until - 1)
}

/** The date on which something reached the person: the date worked, else the one on their wall. */
function dayOfMoment(r: Resolved, instant: number): number {
  return dayWorked(r, instant) ?? dayAt(r, instant)
}
