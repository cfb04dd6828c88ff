import { remember } from './remember.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** How far every search looks, its end included. */
export const HORIZON = 366 * DAY

const days = new Map<string, number>()

/** A date 'YYYY-MM-DD' as the count of days since 1970-01-01. */
export function dayOf(date: string): number {
  return days.get(date) ?? remember(days, date, Temporal.Instant.from(`${date}T00:00Z`).epochMilliseconds / DAY)
}

/** The date 'YYYY-MM-DD' that is `day` days after 1970-01-01. */
export function dateOf(day: number): string {
  return Temporal.Instant.fromEpochMilliseconds(day * DAY)
    .toString()
    .slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** A wall-clock time 'HH:MM' as milliseconds after midnight. */
export function timeOf(time: string): number {
  return Number(time.slice(0, 2)) * HOUR + Number(time.slice(3)) * MINUTE
}
