import { formatRange, formatTime } from '#platform/text/format-time.ts'
import { formatList } from '#platform/text/format-span.ts'
import type { Moment } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import type { Day } from '../contract/days.ts'
import { returnText } from './return-text.ts'
import { t } from './texts.ts'

/** A person's day as a sentence: where they are, what time it is there, when they work. */
export function dayLabel(day: Day, now: Moment): string {
  const manner = { zone: day.timeZone, now }
  const where = { name: day.name, time: formatTime(now, manner), city: zoneCity(day.timeZone) }
  if (day.back) return t('bandAway', { ...where, date: returnText(day.back, manner) })
  if (day.working.length === 0) return t('bandFree', where)
  return t('bandWorks', { ...where, hours: formatList(day.working.map(({ start, end }) => formatRange(start, end, manner))) })
}
