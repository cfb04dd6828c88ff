import { reader } from './reader.ts'

/** The days of the week as ISO counts them, 1 for Monday, from the reader's first on. */
export function weekdaysInOrder(): number[] {
  return Array.from({ length: 7 }, (_, index) => ((reader().weekStart - 1 + index) % 7) + 1)
}

/** How many days of the reader's week have gone before this weekday. */
export function daysIntoWeek(weekday: number): number {
  return (weekday - reader().weekStart + 7) % 7
}
