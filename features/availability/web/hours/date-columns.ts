import { formatLongDate, formatWeekday } from '#platform/text/format-time.ts'
import { MINUTE, DAY as DAY_MS, dateOf, dayOf, weekdayOf } from '../../rules/dates.ts'
import { digestsOn } from '../../rules/digests.ts'
import { dayAt } from '../../rules/reach.ts'
import { type Resolved, zoneOf } from '../../rules/resolve.ts'
import { wallAt } from '../../rules/zones.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { type Block, blockOf, DAY, inOrder } from './blocks.ts'
import { type Column, type Piece, tailsOf } from './columns.ts'

interface Dates {
  /** The day they begin with. */
  readonly first: string
  readonly today: string
  /** In epoch milliseconds. */
  readonly now: number
  /** What is said of a date in its head. */
  readonly marksOf: (date: string) => readonly string[]
}

type Entry = { readonly start: string; readonly end: string }

/** Seven dates as they will be lived: the usual week with what differs from it. */
export function columnsOfDates(calendar: CalendarForm, r: Resolved, { first: beginning, today, now, marksOf }: Dates): Column[] {
  const first = dayOf(beginning)
  const days = Array.from({ length: 8 }, (_, index) => first - 1 + index)
  const columns = days.map((day) => {
    const date = dateOf(day)
    const noon = `${date}T12:00:00Z`
    const manner = { zone: 'UTC', now: `${today}T12:00:00Z` }
    return {
      key: date,
      name: formatLongDate(noon, manner),
      short: formatWeekday(noon, manner),
      number: String(Number(date.slice(8))),
      isToday: date === today,
      ...(date === today ? { now: wallMinutes(r, day, now) } : {}),
      deliveries: digestsOn(r, day)
        .map((at) => wallMinutes(r, day, at))
        .filter((minutes) => minutes < DAY),
      marks: marksOf(date),
      blocks: {
        work: hoursOn(calendar, date).map(blockOf),
        focus: entriesOn(r, day, calendar.focus.blocks),
        away: entriesOn(r, day, calendar.away),
      },
      fixed: fixedOn(calendar, r, day),
      tails: [],
    }
  })
  return columns.slice(1).map((column, index) => ({ ...column, tails: tailsOf(columns[index]) }))
}

/** The hours of a date as they are set: its own, else those of its weekday. */
export function hoursOn({ overrides, weekly }: CalendarForm, date: string): CalendarForm['weekly'][string] {
  return overrides[date] ?? weekly[String(weekdayOf(dayOf(date)))] ?? []
}

/** Minutes of a date's own clock at an instant; below 0 and above 1440 on other dates. */
export function minutesOn(r: Resolved, day: number, instant: string): number {
  return wallMinutes(r, day, Temporal.Instant.from(instant).epochMilliseconds)
}

function wallMinutes(r: Resolved, day: number, instant: number): number {
  const wall = wallAt(zoneOf(r, day), instant)
  return Math.round((wall - day * DAY_MS) / MINUTE)
}

/** What is kept by instants and begins on a date, as blocks of it. */
export function entriesOn(r: Resolved, day: number, entries: readonly object[]): Block[] {
  const blocks = entries.flatMap((entry, index) => {
    if (!isTimed(entry) || dayAt(r, Temporal.Instant.from(entry.start).epochMilliseconds) !== day) return []
    const block = { start: minutesOn(r, day, entry.start), end: minutesOn(r, day, entry.end), entry: index }
    return isBlock(block) ? [block] : []
  })
  return inOrder(blocks)
}

/** Whether the absence of whole days that holds a date; null when none does. */
export function absenceOn({ away }: CalendarForm, date: string): Extract<CalendarForm['away'][number], { from: string }> | null {
  const found = away.find((entry) => 'from' in entry && entry.from <= date && date <= entry.to)
  return found && 'from' in found ? found : null
}

function fixedOn(calendar: CalendarForm, r: Resolved, day: number): Piece[] {
  const weekly = (calendar.focus.weekly[String(weekdayOf(day))] ?? []).map(blockOf).map((block) => ({ kind: 'focus' as const, ...block }))
  const whole = absenceOn(calendar, dateOf(day)) ? [{ kind: 'away' as const, start: 0, end: DAY }] : []
  const long = (kind: 'focus' | 'away', entries: readonly object[]): Piece[] =>
    entries.flatMap((entry) => {
      if (!isTimed(entry)) return []
      const block = { start: minutesOn(r, day, entry.start), end: minutesOn(r, day, entry.end) }
      const isOn = block.end > 0 && block.start < DAY && block.end - block.start > DAY
      return isOn ? [{ kind, start: Math.max(0, block.start), end: Math.min(DAY, block.end) }] : []
    })
  const drawn = [...weekly, ...whole, ...long('focus', calendar.focus.blocks), ...long('away', calendar.away)]
  return drawn.map((piece) => ({ ...piece, end: Math.min(piece.end, DAY) }))
}

const isBlock = ({ start, end }: Block): boolean => start >= 0 && start < DAY && end > start && end - start <= DAY

function isTimed(entry: object): entry is Entry {
  return 'start' in entry
}
