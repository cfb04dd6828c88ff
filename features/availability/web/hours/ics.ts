import { type HolidayFile, isDate, MOST_DAYS, type NamedDay, type Skipped } from './named-days.ts'
import { datesOfRule, type Rule, ruleOf } from './yearly.ts'

interface Line {
  readonly name: string
  readonly value: string
  /** Where it begins in the file, from 1. */
  readonly at: number
}

interface Range {
  readonly from: string
  readonly to: string
}

/**
 * The all-day events of an iCalendar file (RFC 5545) as dates with names: those of many days, and those that return every year. What has a time
 * of day, was cancelled, or cannot be read is named and left out.
 */
export function readIcs(text: string, range: Range): HolidayFile {
  const days: NamedDay[] = []
  const skipped: Skipped[] = []
  for (const event of eventsOf(unfolded(text))) {
    const read = readEvent(event, range)
    if (typeof read === 'string') skipped.push({ line: event[0]?.at ?? 1, why: read })
    else days.push(...read.slice(0, MOST_DAYS - days.length))
  }
  return { days, skipped }
}

/** Lines that go on with a space or a tab are one. */
function unfolded(text: string): Line[] {
  const lines: { text: string; at: number }[] = []
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(line) && last) last.text += line.slice(1)
    else lines.push({ text: line, at: index + 1 })
  }
  return lines.map(({ text, at }) => {
    // A colon within quotes belongs to a parameter.
    const colon = text.replaceAll(/"[^"]*"/g, (quoted) => '"'.repeat(quoted.length)).indexOf(':')
    return { name: text.slice(0, Math.max(0, colon)).toUpperCase(), value: text.slice(colon + 1), at }
  })
}

function eventsOf(lines: readonly Line[]): Line[][] {
  const events: Line[][] = []
  let open: Line[] | null = null
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value.toUpperCase() === 'VEVENT') open = [line]
    else if (line.name === 'END' && line.value.toUpperCase() === 'VEVENT' && open) {
      events.push(open)
      open = null
    } else open?.push(line)
  }
  return events
}

function readEvent(event: readonly Line[], range: Range): readonly NamedDay[] | Skipped['why'] {
  const of = (name: string): Line | undefined => event.find((line) => line.name.split(';')[0] === name)
  const start = of('DTSTART')
  const from = dateIn(start?.value)
  if (from === null) return start && /^\d{8}T/.test(start.value) ? 'timed' : 'noDate'
  if (of('STATUS')?.value.toUpperCase() === 'CANCELLED') return 'cancelled'
  const length = lengthOf(from, of('DTEND')?.value, of('DURATION')?.value)
  if (length === null) return 'badEnd'
  const rule: Rule | null | 'unknown' = ruleOf(of('RRULE')?.value)
  if (rule === 'unknown') return 'repeats'
  const without = new Set(event.filter(({ name }) => name.startsWith('EXDATE')).flatMap(({ value }) => value.split(',').map(dateIn)))
  const name = unescaped(of('SUMMARY')?.value ?? '')
  const firsts = rule ? datesOfRule(rule, from, range.to) : [from]
  return firsts
    .filter((first) => !without.has(first))
    .flatMap((first) => Array.from({ length }, (_, index) => ({ date: plusDays(first, index), name, group: `${name} ${first}` })))
    .filter(({ date }) => date >= range.from && date <= range.to)
}

/** In days; the end is not part of it. */
function lengthOf(from: string, end: string | undefined, duration: string | undefined): number | null {
  if (end === undefined) {
    const weeks = /^P(\d{1,2})([DW])$/.exec(duration ?? 'P1D')
    return weeks ? Number(weeks[1]) * (weeks[2] === 'W' ? 7 : 1) : null
  }
  const to = dateIn(end)
  if (to === null || to < from) return null
  const days = Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
  // Some programs write the first day as the end of a single one.
  return days > 366 ? null : Math.max(1, days)
}

function dateIn(value: string | undefined): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec((value ?? '').trim())
  const date = match ? `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}` : ''
  return isDate(date) ? date : null
}

const plusDays = (date: string, days: number): string => (days === 0 ? date : Temporal.PlainDate.from(date).add({ days }).toString())

const unescaped = (text: string): string =>
  text.replaceAll(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign)).trim()
