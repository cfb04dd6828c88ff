import { withinSentence } from '#platform/text/cases.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { Ask } from '#features/asks/contract/ask.ts'
import { verbText } from '#features/asks/web/verbs.ts'
import { formatList } from '#platform/text/format-span.ts'
import { formatRange, formatTime } from '#platform/text/format-time.ts'
import { localHour, millisecondsOf } from '#platform/text/moment.ts'
import { Day, type DayMark } from '#ui/day.tsx'
import type { Today } from '../contract/today.ts'
import { t } from './texts.ts'

const HOUR = 3_600_000

/** The reader's day, large: hours, focus, deliveries below, what is due above. */
export function MyDay({ day, asks }: { day: Today['day']; asks: readonly Ask[] }) {
  const now = useNow()
  const manner = { zone: day.zone, now }
  const start = millisecondsOf(Temporal.PlainDate.from(day.date).toZonedDateTime(day.zone).toInstant())
  const hour = (instant: string): number => (millisecondsOf(instant) - start) / HOUR
  const stretch = (label: (span: { start: string; end: string }) => string) => (span: { start: string; end: string }) => ({
    from: hour(span.start),
    to: hour(span.end),
    label: label(span),
  })
  const isToday = (instant: string): boolean => hour(instant) >= 0 && hour(instant) <= 24
  const past = (instant: string): boolean => millisecondsOf(instant) <= millisecondsOf(now)
  const upcoming = day.deliveries.find((instant) => !past(instant))
  const deliveries = day.deliveries.filter(isToday).map((instant): DayMark => {
    const isNext = instant === upcoming
    return {
      hour: hour(instant),
      text: formatTime(instant, manner),
      kind: isNext ? 'next' : 'past',
      icon: past(instant) ? 'check' : 'mail',
      ...(isNext ? { detail: t('delivery') } : {}),
    }
  })
  const dues = asks
    .filter((ask) => ask.due !== null && isToday(ask.due) && !past(ask.due))
    .map((ask): DayMark => ({
      hour: hour(ask.due ?? ''),
      text: formatTime(ask.due ?? '', manner),
      kind: 'due',
      detail: withinSentence(verbText(ask.verb)),
    }))
  const time = formatTime(now, manner)
  const hours = formatList(day.working.map(({ start: from, end }) => formatRange(from, end, manner)))
  const label = hours
    ? t('dayLabel', { hours, time, deliveries: formatList(day.deliveries.map((instant) => formatTime(instant, manner))) })
    : t('dayFree', { time })
  return (
    <Day
      label={label}
      now={{ hour: localHour(now, day.zone), text: time }}
      work={day.working.map(stretch(({ start: from, end }) => t('working', { hours: formatRange(from, end, manner) })))}
      focus={day.focus.map(stretch(() => t('focusBlock')))}
      away={day.away.map(stretch(() => t('awayBlock')))}
      dues={dues}
      deliveries={deliveries}
    />
  )
}
