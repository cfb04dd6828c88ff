import type { Day } from '../contract/days.ts'
import { type Axis, onAxis } from './lane-hours.ts'

const PER_HOUR = 2

/** How many of these people work in each half hour of an axis: 48 numbers. */
export function coverage(days: readonly Day[], axis: Axis): number[] {
  const lanes = days.map((day) => onAxis(axis, day.working))
  return Array.from({ length: 24 * PER_HOUR }, (_, index) => {
    const middle = (index + 0.5) / PER_HOUR
    return lanes.filter((lane) => lane.some(({ from, to }) => from <= middle && middle < to)).length
  })
}

/** The first stretch of an axis, in hours, in which this many work; null when there is none. */
export function firstWith(counts: readonly number[], count: number): { from: number; to: number } | null {
  const start = counts.indexOf(count)
  if (start === -1) return null
  const length = counts.slice(start).findIndex((other) => other !== count)
  return { from: start / PER_HOUR, to: (length === -1 ? counts.length : start + length) / PER_HOUR }
}
