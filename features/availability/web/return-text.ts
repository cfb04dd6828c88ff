import { formatDate, formatDayMark, formatTime } from '#platform/text/format-time.ts'
import { localDay, type Moment, millisecondsOf } from '#platform/text/moment.ts'
import type { Return } from '../contract/days.ts'

interface Where {
  /** Where they are now. */
  readonly zone: string
  readonly now: Moment
}

const DAY = 86_400_000
/** For so long no other day has the same name and number. */
const NEAR = 20 * DAY

/** When somebody is back from an absence: `Thu 19 Nov`, the time alone where that is still their today. */
export function returnText({ on, at }: Return, { zone, now }: Where): string {
  return localDay(at, zone) === localDay(now, zone) ? formatTime(at, { zone }) : formatDate(noonOf(on), { zone: 'UTC', now })
}

/** As `returnText`, without the month where it is near: `Thu 19`. */
export function shortReturnText({ on, at }: Return, { zone, now }: Where): string {
  const isNear = millisecondsOf(at) - millisecondsOf(now) < NEAR && localDay(at, zone) !== localDay(now, zone)
  return isNear ? formatDayMark(noonOf(on), { zone: 'UTC' }) : returnText({ on, at }, { zone, now })
}

const noonOf = (date: string): string => `${date}T12:00:00Z`
