import { blockOf } from './blocks.ts'
import { blockText } from './block-words.ts'
import { formatHour } from '#platform/text/format-time.ts'
import { formatDuration, formatList } from '#platform/text/format-span.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { MINUTE, dateOf, dayOf } from '../../rules/dates.ts'
import { type Resolved, zoneOf } from '../../rules/resolve.ts'
import { wallAt } from '../../rules/zones.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { absenceOn } from './date-columns.ts'
import { t } from './grid-texts.ts'

/** Something that makes a date another than usual, in words: long, and short for the head of its day. */
export interface Fact {
  readonly date: string
  readonly text: string
  readonly mark: string
}

interface Looking {
  readonly calendar: CalendarForm
  readonly r: Resolved
  /** Names of holidays by date. */
  readonly holidays: ReadonlyMap<string, string>
}

/** What differs on these dates from the usual week, in their order. */
export function factsOf(dates: readonly string[], { calendar, r, holidays }: Looking): Fact[] {
  return dates.flatMap((date, index) => {
    const holiday = holidays.get(date)
    return [
      holiday === undefined ? null : { date, text: t('factHoliday', { name: holiday }), mark: holiday },
      awayFact(calendar, date, index === 0),
      overrideFact(calendar, date),
      zoneFact(r, date, index === 0),
      clockFact(r, date),
    ].filter((fact) => fact !== null)
  })
}

function overrideFact({ overrides }: CalendarForm, date: string): Fact | null {
  const hours = overrides[date]
  if (!hours) return null
  if (hours.length === 0) return { date, text: t('factOff'), mark: t('markOff') }
  return { date, text: t('factOverride', { hours: formatList(hours.map((interval) => blockText(blockOf(interval)))) }), mark: t('markOwn') }
}

function awayFact(calendar: CalendarForm, date: string, isFirst: boolean): Fact | null {
  const absence = absenceOn(calendar, date)
  if (!absence) return null
  const { cover } = absence
  const [from, to] = [dateText(absence.from), dateText(absence.to)]
  // An absence of many days is told once; its days are hatched.
  const text = cover === undefined ? t('awayAlone', { from, to }) : t('awayWith', { from, to, cover })
  return { date, text: isFirst || date === absence.from ? text : '', mark: t('markAway') }
}

function zoneFact(r: Resolved, date: string, isFirst: boolean): Fact | null {
  const day = dayOf(date)
  const [zone, before] = [zoneOf(r, day), zoneOf(r, day - 1)]
  const isHome = zone === r.home
  if (zone === before && (isHome || !isFirst)) return isHome ? null : { date, text: '', mark: zoneCity(zone.name) }
  const city = zoneCity(zone.name)
  if (isHome) return { date, text: t('factHome', { city }), mark: city }
  const noon = (day + 0.5) * 86_400_000
  const minutes = (wallAt(zone, noon) - wallAt(r.home, noon)) / MINUTE
  const ahead = formatDuration(Math.abs(minutes))
  if (minutes === 0) return { date, text: t('factZoneSame', { city }), mark: city }
  return { date, text: t(minutes > 0 ? 'factZone' : 'factZoneBehind', { city, ahead }), mark: city }
}

function clockFact(r: Resolved, date: string): Fact | null {
  const zone = zoneOf(r, dayOf(date)).name
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone)
  const change = start.getTimeZoneTransition('next')
  if (!change || change.epochMilliseconds >= start.add({ days: 1 }).epochMilliseconds) return null
  const before = change.subtract({ nanoseconds: 1 })
  const minutes = (change.offsetNanoseconds - before.offsetNanoseconds) / 60e9
  // The time at which it happens is that of the clocks before it.
  const at = change.epochMilliseconds + before.offsetNanoseconds / 1e6
  const time = formatHour((Math.round(at / MINUTE) % 1440) / 60)
  const values = { span: formatDuration(Math.abs(minutes)), time }
  return { date, text: minutes > 0 ? t('factForward', values) : t('factBack', values), mark: t('markClock') }
}

const dateText = (date: string): string => formatDate(`${date}T12:00:00Z`, { zone: 'UTC' })

/** Seven dates from this on. */
export function datesFrom(first: string): string[] {
  return Array.from({ length: 7 }, (_, index) => dateOf(dayOf(first) + index))
}
