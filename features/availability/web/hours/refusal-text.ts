import { formatDate, formatWeekdayName } from '#platform/text/format-time.ts'
import type { Refusal } from './calendar-parts.ts'
import { t } from './grid-texts.ts'

/** What a calendar holds too much of, in words. */
export function refusalText(refusal: Refusal): string {
  return 'day' in refusal ? t('full', { day: dayName(refusal.day) }) : t('tooMany', { count: refusal.count })
}

function dayName(key: string): string {
  return key.length > 1 ? formatDate(`${key}T12:00:00Z`, { zone: 'UTC' }) : formatWeekdayName(Number(key))
}
