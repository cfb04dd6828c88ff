import { daysIntoWeek } from '#platform/text/week.ts'

const WEEK = 7

/** The dates of a month such as `2026-11`, a row a week from the reader's first weekday on; null where a week lies outside it. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const before = daysIntoWeek(first.dayOfWeek)
  const weeks = Math.ceil((before + first.daysInMonth) / WEEK)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: WEEK }, (_, weekday) => {
      const day = week * WEEK + weekday - before
      return day < 0 || day >= first.daysInMonth ? null : first.add({ days: day }).toString()
    }),
  )
}

/** Where a key leads from a date: days by arrows (`across`: a step along a row), weeks, months, the ends of a week; null for any other key. */
export function dateAfterKey(date: string, key: string, across: number): string | null {
  const at = Temporal.PlainDate.from(date)
  const into = daysIntoWeek(at.dayOfWeek)
  const days: Readonly<Record<string, number>> = { ArrowUp: -WEEK, ArrowDown: WEEK, Home: -into, End: WEEK - 1 - into }
  const months: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 }
  const byMonths = months[key]
  if (byMonths !== undefined) return at.add({ months: byMonths }).toString()
  const byDays = across === 0 ? days[key] : across
  return byDays === undefined ? null : at.add({ days: byDays }).toString()
}
