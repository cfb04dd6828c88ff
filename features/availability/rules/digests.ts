import { DAY, HORIZON } from './dates.ts'
import { datesAround, reachOf, workOn } from './days.ts'
import { firstOpen, isOpen } from './reach.ts'
import { remember } from './remember.ts'
import { type Resolved, zoneOf } from './resolve.ts'
import { instantAt, skips } from './zones.ts'

/** The digest times in [from, to), sorted, each once. */
export function digestTimes(r: Resolved, from: number, to: number): readonly number[] {
  const { first, last } = datesAround({ start: from, end: to })
  const times: number[] = []
  for (let day = first; day <= last; day += 1) {
    for (const time of digestsOn(r, day)) {
      if (time >= from && time < to) times.push(time)
    }
  }
  return distinct(times)
}

/** The earliest digest time at or after `from`; null when there is none within the horizon. */
export function nextDigest(r: Resolved, from: number): number | null {
  if (r.deliveries.length === 0) return null
  let next = Infinity
  const { first } = datesAround({ start: from, end: from })
  // Where travel crosses the date line a later date can have the earlier digest.
  for (let day = first; reachOf(day).start <= Math.min(next, from + HORIZON); day += 1) {
    for (const time of digestsOn(r, day)) {
      if (time >= from && time < next) next = time
    }
  }
  return next <= from + HORIZON ? next : null
}

/** The digest times of one date: at the start of its work and at its wall times, moved or dropped where the person is not open. */
export function digestsOn(r: Resolved, day: number): readonly number[] {
  const known = r.digests.get(day)
  if (known) return known
  const zone = zoneOf(r, day)
  const times: number[] = []
  for (const entry of skips(zone, day) ? [] : r.deliveries) {
    const wall = entry === 'start' ? null : instantAt(zone, day * DAY + entry)
    const time = wall !== null && isOpen(r, wall) ? wall : ownOpen(r, day, wall ?? -Infinity)
    if (time !== null) times.push(time)
  }
  return remember(r.digests, day, distinct(times))
}

/**
 * The first open instant of a date's own hours at or after `from`. It is where both moves of a digest end: to the next own working instant
 * when not working, and past every focus block that holds what they reach.
 */
function ownOpen(r: Resolved, day: number, from: number): number | null {
  for (const { start, end } of workOn(r, day)) {
    if (end <= from) continue
    const time = firstOpen(r, Math.max(start, from))
    if (time !== null && time < end) return time
  }
  return null
}

function distinct(times: readonly number[]): readonly number[] {
  const inOrder = times.every((time, index) => index === 0 || times[index - 1]! < time)
  return inOrder ? times : [...new Set(times)].toSorted((a, b) => a - b)
}
