const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/
const named = /^[a-z]{3,9}$/

/** Words that stand for a day near today. */
export const nearDays = ['today', 'yesterday'] as const

/**
 * The first day of what a date says, null when it says none: `2026-11-17`, `2026-11`, `2026`, `today`, `yesterday`, or a month, which is the last
 * one of that name that has begun.
 */
export function dateMeant(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  if (text === 'today') return today
  if (text === 'yesterday') return today.subtract({ days: 1 })
  const [, year, month = '1', day = '1'] = written.exec(text) ?? []
  if (year !== undefined) return dateOf(Number(year), Number(month), Number(day))
  const place = named.test(text) ? months.findIndex((short) => text.startsWith(short) && longName(short).startsWith(text)) : -1
  if (place < 0) return null
  const ofThisYear = today.with({ month: place + 1, day: 1 })
  return Temporal.PlainDate.compare(ofThisYear, today) > 0 ? ofThisYear.subtract({ years: 1 }) : ofThisYear
}

/** Whether a date can be read, whatever day it is. */
export const isDate = (text: string): boolean => dateMeant(text, Temporal.PlainDate.from('2000-01-01')) !== null

/** From the year 1000 on, as everywhere; what no calendar holds is null. */
function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return null
  const date = Temporal.PlainDate.from({ year, month, day })
  return date.day === day ? date : null
}

function longName(short: string): string {
  const name = Temporal.PlainDate.from({ year: 2000, month: months.findIndex((month) => month === short) + 1, day: 1 })
  return name.toLocaleString('en', { month: 'long' }).toLowerCase()
}
