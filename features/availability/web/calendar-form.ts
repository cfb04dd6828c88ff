import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import type { getCalendar, putCalendar } from '../contract/calendars.ts'

export type CalendarForm = Omit<InputOf<typeof putCalendar>, 'handle'>
export type Interval = CalendarForm['weekly'][string][number]
export type Hours = Readonly<Record<string, readonly Interval[]>>

/** What can be edited of a calendar as it was answered. */
export function formOf(answered: OutputOf<typeof getCalendar>): CalendarForm {
  const { timeZone, travel, weekly, overrides, away, focus, deliveries, urgentOutside } = answered
  return { timeZone, travel, weekly, overrides, away, focus, deliveries, urgentOutside }
}

/** Hours with those of one key replaced; a key without any is left out, unless that says that there are none (`keepEmpty`). */
export function withHours(
  hours: Hours,
  key: string,
  { intervals, keepEmpty = false }: { intervals: readonly Interval[]; keepEmpty?: boolean },
): Record<string, Interval[]> {
  const others = Object.entries(hours).filter(([name]) => name !== key)
  const changed = intervals.length > 0 || keepEmpty ? [[key, intervals] as const] : []
  return Object.fromEntries([...others, ...changed].map(([name, list]) => [name, [...list]]))
}

/** The stretch that is offered next: an hour after the last one, else nine to five. */
export function nextInterval(intervals: readonly Interval[], first: Interval = ['09:00', '17:00']): Interval {
  const end = intervals.at(-1)?.[1]
  if (end === undefined) return first
  const hour = Math.min(22, Number(end.slice(0, 2)) + 1)
  const two = (value: number): string => String(value).padStart(2, '0')
  return [`${two(hour)}:00`, `${two(hour + 1)}:00`]
}
