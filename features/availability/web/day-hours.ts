import type { BandHours } from '#ui/band.tsx'
import { millisecondsOf, type Moment } from '#platform/text/moment.ts'
import type { Day } from '../contract/days.ts'

const HOUR = 3_600_000

/** Hours since the start of a stretch of time: where an instant stands on its band. */
export function hourOn(day: Pick<Day, 'from'>, moment: Moment): number {
  return (millisecondsOf(moment) - millisecondsOf(day.from)) / HOUR
}

/** A person's own day as their band shows it. */
export function dayHours(day: Day, now: Moment): BandHours {
  const stretch = ({ start, end }: { start: string; end: string }) => ({ from: hourOn(day, start), to: hourOn(day, end) })
  const at = hourOn(day, now)
  return {
    work: day.working.map(stretch),
    focus: day.focus.map(stretch),
    away: day.away.map(stretch),
    ...(at >= 0 && at <= 24 ? { now: at } : {}),
  }
}
