import { type HolidayFile, isDate, MOST_DAYS, type NamedDay, type Skipped } from './named-days.ts'

type Order = 'dayFirst' | 'monthFirst'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Lines of a date and a name, apart by comma, semicolon or tab. A date is written as 2026-12-25, 20261225, 25.12.2026, 25 Dec 2026 or Dec 25, 2026;
 * one such as 5/12/2026 only where other lines tell which number is the month.
 */
export function readCsv(text: string, range: { from: string; to: string }): HolidayFile {
  const rows = text.split(/\r\n|\n|\r/).map((line, index) => ({ cells: cellsOf(line), line: index + 1 }))
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''))
  const order = orderOf(filled.flatMap(({ cells }) => cells))
  const days: NamedDay[] = []
  const skipped: Skipped[] = []
  for (const [index, { cells, line }] of filled.entries()) {
    const read = readRow(cells, order)
    if (typeof read !== 'string') {
      if (read.date >= range.from && read.date <= range.to && days.length < MOST_DAYS) days.push(read)
    } else if (index > 0 || read !== 'noDate') skipped.push({ line, why: read })
  }
  return { days, skipped }
}

function readRow(cells: readonly string[], order: Order | null): NamedDay | Skipped['why'] {
  const dates = cells.map((cell) => dateOf(cell, order))
  const at = dates.findIndex((date) => date !== null)
  const date = dates[at]
  if (date === undefined || date === null) return cells.some((cell) => slashed(cell)) ? 'ambiguous' : 'noDate'
  const name = cells.find((cell, index) => index !== at && cell !== '' && dates[index] === null) ?? ''
  return { date, name, group: `${name} ${date}` }
}

function dateOf(cell: string, order: Order | null): string | null {
  const text = cell.trim()
  const plain = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (plain) return made(plain[1], plain[2], plain[3])
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  if (dotted) return made(dotted[3], dotted[2], dotted[1])
  const worded = /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text)
  if (worded) return made(worded[3], monthOf(worded[2]), worded[1])
  const american = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/.exec(text)
  if (american) return made(american[3], monthOf(american[1]), american[2])
  const match = slashed(text)
  if (!match || !order) return null
  return order === 'dayFirst' ? made(match[3], match[2], match[1]) : made(match[3], match[1], match[2])
}

/** Which number of 5/12/2026 is the month, where a file tells by a date in which only one of them can be; null where it does not, or in both ways. */
function orderOf(cells: readonly string[]): Order | null {
  const dates = cells.map((cell) => slashed(cell.trim())).filter((match) => match !== null)
  const dayFirst = dates.some((match) => Number(match[1]) > 12)
  const monthFirst = dates.some((match) => Number(match[2]) > 12)
  if (dayFirst === monthFirst) return null
  return dayFirst ? 'dayFirst' : 'monthFirst'
}

const slashed = (text: string): RegExpExecArray | null => /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)

const monthOf = (name = ''): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)

function made(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDate(date) ? date : null
}

/** The cells of a line, apart by what it has most of; quotes are taken off. */
function cellsOf(line: string): string[] {
  const sign = [';', '\t', ','].toSorted((one, other) => line.split(other).length - line.split(one).length)[0] ?? ','
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === sign && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += letter
  }
  return [...cells, cell.trim()]
}
