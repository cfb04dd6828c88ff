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

const formatters = new Map<string, Intl.DateTimeFormat>()
const minute = 60_000

export function millisecondsOf(moment: Moment): number {
  if (typeof moment === 'number') return moment
  return typeof moment === 'string' ? Date.parse(moment) : moment.epochMilliseconds
}

/** A formatter of this form, made once: making one costs a thousand times more than using it. */
export function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${JSON.stringify(options)}`
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

const KEPT = 1_000
const walls = new Map<string, LocalParts>()

/** What the clock and the calendar on the wall of this zone say; kept for what is asked again and again, as now is. */
export function localParts(moment: Moment, zone: string): LocalParts {
  const minutes = Math.floor(millisecondsOf(moment) / minute)
  const key = `${zone} ${minutes}`
  const known = walls.get(key)
  if (known) return known
  if (walls.size >= KEPT) walls.clear()
  const parts = readWall(minutes * minute, zone)
  walls.set(key, parts)
  return parts
}

function readWall(milliseconds: number, zone: string): LocalParts {
  const formatter = formatterOf('en-u-ca-gregory', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const parts = Object.fromEntries(formatter.formatToParts(milliseconds).map(({ type, value }) => [type, Number(value)]))
  const part = (name: string) => parts[name] ?? 0
  return { year: part('year'), month: part('month'), day: part('day'), hour: part('hour'), minute: part('minute') }
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
