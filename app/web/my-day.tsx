import { Link } from '@tanstack/react-router'
import { returnText } from '#features/availability/web/return-text.ts'
import type { Today } from '#features/delivery/contract/today.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatList } from '#platform/text/format-span.ts'
import { formatRange, formatTime, formatWeekday } from '#platform/text/format-time.ts'
import { localDay, localHour, type Manner, millisecondsOf } from '#platform/text/moment.ts'
import { timeText } from '#platform/text/time-texts.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Band } from '#ui/band.tsx'
import { Phrase } from '#ui/phrase.tsx'
import { t } from './texts.ts'

type MyManner = Manner & { readonly now: Temporal.Instant }
type Span = Today['day']['working'][number]

/** The foot of the sidebar: what time it is for me, my hours, and when things next reach me. */
export function MyDay({ today }: { today: Today }) {
  const now = useNow()
  const { day, held, me } = today
  const manner = { zone: day.zone, now }
  const hour = (instant: string): number =>
    localHour(instant, day.zone) + 24 * (localDay(instant, day.zone) - millisecondsOf(day.date) / 86_400_000)
  const stretch = ({ start, end }: Span) => ({ from: hour(start), to: hour(end) })
  return (
    <section className="side__day" aria-label={t('hours')}>
      <div className="side__time">
        <b className="num">{formatTime(now, manner)}</b>
        <span>{zoneCity(day.zone)}</span>
      </div>
      <Band
        label={labelOf(day, manner)}
        unknown={!me.hoursSet}
        work={day.working.map(stretch)}
        focus={day.focus.map(stretch)}
        away={day.away.map(stretch)}
        deliveries={day.deliveries.map(hour).filter((at) => at >= 0 && at <= 24)}
        now={localHour(now, day.zone)}
      />
      <p>
        <span>
          <Next today={today} manner={manner} />
        </span>
        {held.count > 0 && <span>{t('held', { count: held.count })}</span>}
      </p>
    </section>
  )
}

function Next({ today: { day, days, held, me }, manner }: { today: Today; manner: MyManner }) {
  if (!me.hoursSet) {
    return (
      <Link to="/settings/hours" className="link">
        {t('setHours')}
      </Link>
    )
  }
  const at = millisecondsOf(manner.now)
  const back = days.find(({ handle }) => handle === me.handle)?.back ?? null
  if (back !== null) return t('awayUntil', { date: returnText(back, manner) })
  const next = held.nextDelivery ?? day.deliveries.find((instant) => millisecondsOf(instant) > at)
  if (!next) return t('noDelivery')
  return <Phrase of={t.parts('nextDelivery', { time: <b className="num">{shortTime(next, manner)}</b> })} />
}

/** The band as a sentence. */
function labelOf(day: Today['day'], manner: MyManner): string {
  const where = { time: formatTime(manner.now, manner), city: zoneCity(day.zone) }
  if (day.working.length === 0) return t('myDayFree', where)
  return t('myDay', { ...where, hours: formatList(day.working.map(({ start, end }) => formatRange(start, end, manner))) })
}

/** `16:00` today, `Wed 09:00` later. */
function shortTime(at: string, manner: MyManner): string {
  const time = formatTime(at, manner)
  if (localDay(at, manner.zone) === localDay(manner.now, manner.zone)) return time
  return timeText('dayAndTime', { day: formatWeekday(at, manner), time })
}
