/** How an event returns every year. */
export interface Rule {
  readonly interval: number
  readonly count: number
  readonly until: string
  readonly months: readonly number[]
  readonly monthDays: readonly number[]
  /** `4TH`, `-1MO`: which weekday of the month, 1 for Monday. */
  readonly weekdays: readonly { readonly nth: number; readonly weekday: number }[]
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const known = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST'])
/** No year is looked at beyond so many after the first. */
const FAR = 400

/** The rule in an RRULE; null without one, `unknown` where it is none that returns once a year. */
export function ruleOf(value: string | undefined): Rule | null | 'unknown' {
  if (value === undefined) return null
  const parts = new Map(
    value
      .toUpperCase()
      .split(';')
      .map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  )
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((key) => !known.has(key))) return 'unknown'
  const numbers = (key: string): number[] => (parts.get(key) ?? '').split(',').filter(Boolean).map(Number)
  const weekdays = (parts.get('BYDAY') ?? '').split(',').filter(Boolean).map(nthWeekday)
  const [interval = 1] = numbers('INTERVAL')
  const [count = Infinity] = numbers('COUNT')
  const [months, monthDays] = [numbers('BYMONTH'), numbers('BYMONTHDAY')]
  const read = [interval, ...months, ...monthDays].every(Number.isInteger) && interval > 0 && !weekdays.includes(null)
  // Weekdays count within their month: those of a whole year are not read.
  if (!read || (weekdays.length > 0 && months.length === 0)) return 'unknown'
  const until = (parts.get('UNTIL') ?? '').replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3') || '9999-12-31'
  return { interval, count, until, months, monthDays, weekdays: weekdays.filter((each) => each !== null) }
}

/** On which dates up to `to` an event that is first on `from` is. */
export function datesOfRule(rule: Rule, from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from)
  const dates: string[] = []
  let left = rule.count
  for (let year = first.year; year <= first.year + FAR; year += rule.interval) {
    for (const date of datesOfYear(rule, first, year)) {
      if (date < from) continue
      if (left <= 0 || date > to || date > rule.until) return dates
      left -= 1
      dates.push(date)
    }
  }
  return dates
}

function datesOfYear(rule: Rule, first: Temporal.PlainDate, year: number): string[] {
  const months = rule.months.length > 0 ? rule.months : [first.month]
  const dates = months.flatMap((month) => {
    const start = Temporal.PlainDate.from({ year, month, day: 1 })
    if (rule.weekdays.length > 0) return rule.weekdays.flatMap((weekday) => nthOf(start, weekday))
    const days = rule.monthDays.length > 0 ? rule.monthDays : [first.day]
    // The 29th of February is only in some years.
    return days
      .map((day) => (day < 0 ? start.daysInMonth + 1 + day : day))
      .filter((day) => day >= 1 && day <= start.daysInMonth)
      .map((day) => start.with({ day }).toString())
  })
  return dates.toSorted()
}

function nthOf(start: Temporal.PlainDate, { nth, weekday }: { nth: number; weekday: number }): string[] {
  const first = 1 + ((weekday - start.dayOfWeek + 7) % 7)
  const all = [0, 7, 14, 21, 28].map((more) => first + more).filter((day) => day <= start.daysInMonth)
  if (nth === 0) return all.map((day) => start.with({ day }).toString())
  const day = all.at(nth > 0 ? nth - 1 : nth)
  return day === undefined ? [] : [start.with({ day }).toString()]
}

function nthWeekday(text: string): { nth: number; weekday: number } | null {
  const match = /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text)
  return match ? { nth: Number(match[1] ?? 0), weekday: names.indexOf(match[2] ?? '') + 1 } : null
}
