import { readCsv } from './csv-days.ts'
import { readIcs } from './ics.ts'
import type { HolidayFile } from './named-days.ts'

/** A larger one is not read. */
export const MOST_BYTES = 1_000_000

/** The days off in a file, from today on for two years; by what stands in it, whatever it is called. */
export function readHolidays(text: string, today: string): HolidayFile {
  const range = { from: today, to: Temporal.PlainDate.from(today).add({ years: 2 }).toString() }
  const plain = text.replace(/^\uFEFF/, '')
  const read = /^\s*BEGIN:VCALENDAR/i.test(plain) ? readIcs(plain, range) : readCsv(plain, range)
  const seen = new Set<string>()
  const days = read.days.filter(({ date, name }) => {
    const isNew = !seen.has(`${date} ${name}`)
    seen.add(`${date} ${name}`)
    return isNew
  })
  return { ...read, days: days.toSorted((one, other) => (one.date < other.date ? -1 : 1)) }
}
