import { formatFromNow, formatList } from '#platform/text/format-span.ts'
import { formatDate, formatRange, formatSoon, formatTime, formatWeekday } from '#platform/text/format-time.ts'
import { localDay, millisecondsOf } from '#platform/text/moment.ts'
import type { Day } from '../contract/days.ts'
import { dateIn, startingOn } from './lane-hours.ts'
import { t } from './people-texts.ts'
import { returnText, shortReturnText } from './return-text.ts'

const DAY = 86_400_000
const WEEK = 6 * DAY

/** When a person reads what is sent to them now, in their own time. */
export function readsText(day: Day, now: Temporal.Instant): string {
  const manner = { zone: day.timeZone, now }
  const focus = day.focus.find(({ start, end }) => isWithin(now, { start, end }))
  const at = day.nextDelivery ?? day.nextReachable
  if (day.back !== null) return t('back', { date: shortReturnText(day.back, manner), span: formatFromNow(day.back.at, now) })
  if (focus) return t('focusUntil', { time: formatTime(focus.end, manner) })
  const work = day.working.find((span) => isWithin(now, span))
  if (work && (at === null || millisecondsOf(at) >= millisecondsOf(work.end)))
    return t('workingUntil', { time: formatTime(work.end, manner) })
  if (at === null) return t('neverReads')
  const distance = millisecondsOf(at) - now.epochMilliseconds
  const said = { time: formatTime(at, manner), span: formatFromNow(at, now) }
  if (distance < DAY) return t('reads', said)
  if (distance < WEEK) return t('readsOn', { ...said, day: formatWeekday(at, manner) })
  return t('readsLater', { date: formatDate(at, manner), span: said.span })
}

/** When a person works on a date of theirs: today when left out. */
export function worksText(
  day: Day,
  { now, date = dateIn(day.timeZone, now) }: { now: Temporal.Instant; date?: string | undefined },
): string {
  const spans = startingOn({ zone: day.timeZone, date }, day.working)
  if (spans.length === 0)
    return day.back === null ? t('worksNot') : t('awayUntil', { date: returnText(day.back, { zone: day.timeZone, now }) })
  const hours = formatList(spans.map(({ start, end }) => formatRange(start, end, { zone: day.timeZone })))
  return t(day.hoursSet ? 'works' : 'notSet', { hours })
}

/** An instant to come as its reader has it: the time alone where it is still their day. */
export function comingText(at: string, { zone, now }: { zone: string; now: Temporal.Instant }): string {
  return localDay(at, zone) === localDay(now, zone) ? formatTime(at, { zone }) : formatSoon(at, { zone, now })
}

/** Whether an instant lies in a stretch of time. */
export function isWithin(now: Temporal.Instant, { start, end }: { start: string; end: string }): boolean {
  return millisecondsOf(start) <= now.epochMilliseconds && now.epochMilliseconds < millisecondsOf(end)
}
