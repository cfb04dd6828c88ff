import { openTimeBetween, open } from './reach.ts'
import type { Resolved } from './resolve.ts'

/** The instant by which half of the person's open time between two instants has passed; the first one when there is none. Epoch milliseconds. */
export function halfTime(r: Resolved, from: number, to: number): number {
  let left = openTimeBetween(r, from, to) / 2
  if (left === 0) return from
  for (const { start, end } of open(r, from, to)) {
    if (end - start >= left) return Math.ceil(start + left)
    left -= end - start
  }
  return to
}
