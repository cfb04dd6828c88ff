import { datesAround, endOf, reachOf } from './days.ts'
import type { Resolved } from './resolve.ts'
import { spanAt } from './spans.ts'

/** The last working day at or before `day`; null when there is none that could end after `open`. */
export function lastWorkingDay(r: Resolved, day: number, open: number): number | null {
  const { first } = datesAround({ start: open, end: open })
  for (let date: number | null = day; date !== null && date >= first; date = before(r, date)) {
    if (endOf(r, date) !== null) return date
  }
  return null
}

/** The next earlier date that may have hours. A long absence, and years without weekly hours, are passed over in one step. */
function before(r: Resolved, day: number): number | null {
  const absence = spanAt(r.away, reachOf(day - 1).end)
  const next = absence ? Math.min(day - 1, datesAround({ start: absence.start, end: absence.start }).last) : day - 1
  if (r.weekly.some((hours) => hours.length > 0)) return next
  const dates = [...r.overrides.keys()].filter((date) => date <= next)
  return dates.length === 0 ? null : Math.max(...dates)
}
