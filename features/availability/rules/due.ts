import type { NeededBy } from '../contract/calendar.ts'
import { DAY, HORIZON, dayOf } from './dates.ts'
import { dayWorked, endOf, endOfNthDay } from './days.ts'
import { lastWorkingDay } from './last-working-day.ts'
import { firstWorked, isWorking, lastWorkedBefore } from './reach.ts'
import { type Resolved, zoneOf } from './resolve.ts'
import { instantAt } from './zones.ts'

/** When an answer is due, in epoch milliseconds, and what is to be said about it. */
export interface Due {
  readonly due: number | null
  /** The answer is wanted before the receiver can be reached. */
  readonly unreachable: boolean
  /** The answer is wanted at an instant the receiver does not work; `suggest` names worked ones around it. */
  readonly outside: boolean
  readonly suggest: readonly number[]
}

const none: Due = { due: null, unreachable: false, outside: false, suggest: [] }

/** What `neededBy` means in the receiver's calendar, when the ask finds them open first at `open`. It hangs on the calendar alone. */
export function dueOf(r: Resolved, open: number, neededBy: NeededBy): Due {
  if (neededBy === 'whenever') return none
  if ('in' in neededBy) return { ...none, due: endOfDays(r, open, neededBy.in) }
  if ('on' in neededBy) return dueOn(r, open, dayOf(neededBy.on))
  return dueAt(r, open, Temporal.Instant.from(neededBy.at).epochMilliseconds)
}

function endOfDays(r: Resolved, open: number, count: number): number | null {
  const day = dayWorked(r, open)!
  return count === 0 ? endOf(r, day) : endOfNthDay(r, count, { day, from: open, until: open + HORIZON })
}

function dueOn(r: Resolved, open: number, day: number): Due {
  const last = lastWorkingDay(r, day, open)
  const end = last === null ? null : endOf(r, last)
  if (end !== null && end > open) return { ...none, due: end }
  return { ...none, due: instantAt(zoneOf(r, day), (day + 1) * DAY), unreachable: true }
}

function dueAt(r: Resolved, open: number, due: number): Due {
  const unreachable = due < open
  if (isWorking(r, due)) return { ...none, due, unreachable }
  const suggest = [lastWorkedBefore(r, due), firstWorked(r, due)].filter((instant) => instant !== null)
  return { due, unreachable, outside: true, suggest }
}
