import { formatterOf, localDay, localParts, type Manner, millisecondsOf, type Moment } from './moment.ts'
import { reader } from './reader.ts'
import { remember } from './remember.ts'
import { timeText } from './time-texts.ts'

const forms = {
  time12: { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' },
  time24: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  hour12: { hour: 'numeric', hourCycle: 'h12' },
  weekday: { weekday: 'short' },
  longWeekday: { weekday: 'long' },
  dayMark: { weekday: 'short', day: 'numeric' },
  date: { weekday: 'short', day: 'numeric', month: 'short' },
  dateWithYear: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long' },
  longDateWithYear: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

/** `13:00`, or `1:00 pm` for whoever reads twelve hours. */
export function formatTime(moment: Moment, manner: Manner): string {
  return format(moment, manner, hasTwelveHours() ? 'time12' : 'time24')
}

const clocks = new Map<string, boolean>()

/** Whether the reader's clock has twelve hours: as they chose, else as their language has it. */
export function hasTwelveHours(): boolean {
  const { clock, locale } = reader()
  if (clock !== null) return clock === 12
  const usual = clocks.get(locale) ?? new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true
  clocks.set(locale, usual)
  return usual
}

/** `Thu 19 Nov`, with the year when it is not the year of `manner.now`. */
export function formatDate(moment: Moment, manner: Manner): string {
  return format(moment, manner, isOfOtherYear(moment, manner) ? 'dateWithYear' : 'date')
}

/** `Tuesday 17 November`, with the year when it is not the year of `manner.now`. */
export function formatLongDate(moment: Moment, manner: Manner): string {
  return format(moment, manner, isOfOtherYear(moment, manner) ? 'longDateWithYear' : 'longDate')
}

/** `Thu 19 Nov, 13:00` */
export function formatDateTime(moment: Moment, manner: Manner): string {
  return timeText('dateAndTime', { date: formatDate(moment, manner), time: formatTime(moment, manner) })
}

/** The nearest way to say it: `today 18:00`, `tomorrow 11:00`, `Wed 17:00` within six days, else `Thu 26 Nov, 17:00`. */
export function formatSoon(moment: Moment, manner: Manner & { readonly now: Moment }): string {
  const time = formatTime(moment, manner)
  const day = namedDay(moment, manner) ?? (isNear(moment, manner) ? format(moment, manner, 'weekday') : null)
  return day === null ? formatDateTime(moment, manner) : timeText('dayAndTime', { day, time })
}

/** The day alone: `today`, `tomorrow`, `Thursday` within six days, else `Thu 26 Nov`. */
export function formatNearDay(moment: Moment, manner: Manner & { readonly now: Moment }): string {
  const weekday = () => format(moment, manner, 'longWeekday')
  return namedDay(moment, manner) ?? (isNear(moment, manner) ? weekday() : formatDate(moment, manner))
}

/** `Wed 18` */
export function formatDayMark(moment: Moment, manner: Manner): string {
  return format(moment, manner, 'dayMark')
}

/** `Wed` */
export function formatWeekday(moment: Moment, manner: Manner): string {
  return format(moment, manner, 'weekday')
}

/** `Monday` for 1, as ISO counts weekdays; `Mon` where it is short. */
export function formatWeekdayName(weekday: number, length: 'long' | 'short' = 'long'): string {
  // The first of January 2024 was a Monday.
  return format(Date.UTC(2024, 0, weekday), { zone: 'UTC' }, length === 'long' ? 'longWeekday' : 'weekday')
}

/** `October 2026` for `2026-10`. */
export function formatMonth(month: string): string {
  const first = Temporal.PlainDate.from(`${month}-01`)
  return format(Date.UTC(first.year, first.month - 1), { zone: 'UTC' }, 'month')
}

/** `09:00–18:00` */
export function formatRange(from: Moment, to: Moment, manner: Manner): string {
  return timeText('range', { from: formatTime(from, manner), to: formatTime(to, manner) })
}

/** `Wed 17:00` within six days, else `Thu 26 Nov, 17:00`: for the day of another person, whose today need not be the reader's. */
export function formatThere(moment: Moment, manner: Manner & { readonly now: Moment }): string {
  if (!isNear(moment, manner)) return formatDateTime(moment, manner)
  return timeText('dayAndTime', { day: formatWeekday(moment, manner), time: formatTime(moment, manner) })
}

/** `Wed 17:00 their time` */
export function formatTheirs(moment: Moment, manner: Manner & { readonly now: Moment }): string {
  return timeText('theirs', { time: formatThere(moment, manner) })
}

/** An hour at the mark of an axis: `09`, or `9 am` for whoever reads twelve hours. */
export function formatHourMark(hour: number): string {
  if (!hasTwelveHours()) return String(hour).padStart(2, '0')
  return format(Date.UTC(2024, 0, 1, hour), { zone: 'UTC' }, 'hour12')
}

/** An hour of a day's axis as a time of day: 9.5 is `09:30`, 25 is `01:00`. The end of a day is `24:00` where there are as many hours. */
export function formatHour(hour: number): string {
  if (hour === 24 && !hasTwelveHours()) return '24:00'
  return formatTime(Date.UTC(2024, 0, 1) + Math.round(hour * 60) * 60_000, { zone: 'UTC' })
}

const written = new Map<string, string>()

/** Kept by the minute, less than which no form tells: many days end at one, and all who read now read it at one. */
function format(moment: Moment, { zone }: Manner, form: keyof typeof forms): string {
  const { locale } = reader()
  const minutes = Math.floor(millisecondsOf(moment) / 60_000)
  const key = `${form} ${minutes} ${zone} ${locale}`
  const known = written.get(key)
  if (known !== undefined) return known
  const text = formatterOf(forms[form], locale, zone).format(minutes * 60_000)
  return remember(written, key, locale.startsWith('en') ? text.replace(/^(\p{L}+),/u, '$1') : text)
}

function isOfOtherYear(moment: Moment, { zone, now }: Manner): boolean {
  return now !== undefined && localParts(moment, zone).year !== localParts(now, zone).year
}

function daysFrom(moment: Moment, { zone, now }: Manner & { readonly now: Moment }): number {
  return localDay(moment, zone) - localDay(now, zone)
}

function namedDay(moment: Moment, manner: Manner & { readonly now: Moment }): string | null {
  const days = daysFrom(moment, manner)
  if (days === 0) return timeText('today')
  if (days === 1) return timeText('tomorrow')
  return days === -1 ? timeText('yesterday') : null
}

function isNear(moment: Moment, manner: Manner & { readonly now: Moment }): boolean {
  return Math.abs(daysFrom(moment, manner)) <= 6
}
