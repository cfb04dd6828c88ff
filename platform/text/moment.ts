import { remember } from './remember.ts'

/** A point in time as it comes: RFC 3339 text, epoch milliseconds, or a `Temporal.Instant`. */
export type Moment = string | number | { readonly epochMilliseconds: number }

/** How time is told: in which zone, and `now` where days are called today or a year is left out. Language and clock are the reader's. */
export interface Manner {
  readonly zone: string
  readonly now?: Moment
}

export interface LocalParts {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

const formatters = new WeakMap<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const minute = 60_000

export function millisecondsOf(moment: Moment): number {
  if (typeof moment === 'number') return moment
  return typeof moment === 'string' ? Date.parse(moment) : moment.epochMilliseconds
}

/** A formatter of a form, which is a constant: made once, for making one costs a thousand times more than using it. */
export function formatterOf(form: Intl.DateTimeFormatOptions, locale: string, zone: string): Intl.DateTimeFormat {
  const made = formatters.get(form) ?? new Map<string, Intl.DateTimeFormat>()
  formatters.set(form, made)
  const key = `${locale} ${zone}`
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: zone, ...form })
  made.set(key, formatter)
  return formatter
}

const wall = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
const walls = new Map<string, LocalParts>()

/** What the clock and the calendar on the wall of this zone say; kept for what is asked again and again, as now is. */
export function localParts(moment: Moment, zone: string): LocalParts {
  const minutes = Math.floor(millisecondsOf(moment) / minute)
  const key = `${zone} ${minutes}`
  return walls.get(key) ?? remember(walls, key, readWall(minutes * minute, zone))
}

function readWall(milliseconds: number, zone: string): LocalParts {
  // In pieces it takes four times as long.
  const said = formatterOf(wall, 'en-u-ca-gregory', zone).format(milliseconds)
  const [month = 0, day = 0, year = 0, hour = 0, minutes = 0] = (said.match(/\d+/g) ?? []).map(Number)
  return { year, month, day, hour, minute: minutes }
}

/** Hours since local midnight by the clock on the wall, 0 to 24: 14:04 is 14.067. */
export function localHour(moment: Moment, zone: string): number {
  const { hour, minute: minutes } = localParts(moment, zone)
  return hour + minutes / 60
}

/** The number of the local date, growing by one a day, so that two dates can be compared and subtracted. */
export function localDay(moment: Moment, zone: string): number {
  const { year, month, day } = localParts(moment, zone)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

/** How many hours the clocks of `zone` are ahead of those of `from` at this moment; negative when behind. */
export function hoursAhead(moment: Moment, zone: string, from: string): number {
  return (wallMinutes(moment, zone) - wallMinutes(moment, from)) / 60
}

function wallMinutes(moment: Moment, zone: string): number {
  const { year, month, day, hour, minute: minutes } = localParts(moment, zone)
  return Date.UTC(year, month - 1, day, hour, minutes) / minute
}
