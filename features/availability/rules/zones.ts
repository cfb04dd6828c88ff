import { remember } from './remember.ts'
import { DAY } from './dates.ts'

/** A time zone and what is known of it so far: from `starts[i]` on, its wall clock is ahead of UTC by `ahead[i]`. */
export interface Zone {
  readonly name: string
  readonly eras: Map<number, Era>
}

interface Era {
  readonly starts: readonly number[]
  readonly ahead: readonly number[]
  /** Dates that lie wholly within a change. */
  readonly skipped: readonly number[]
}

const ERA = 512 * DAY
/** No wall clock is further than this from UTC, and none was ever set by more. */
const MARGIN = 3 * DAY

const zones = new Map<string, Zone>()

/** The zone of an IANA name; one for all calendars, so that what is learnt of it is learnt once. */
export function zoneNamed(name: string): Zone {
  return zones.get(name) ?? remember(zones, name, { name, eras: new Map() })
}

/**
 * The instant at which the wall clock of `zone` shows `wall` (epoch milliseconds, read as if in UTC), by Temporal's `compatible` rule: the
 * first of two; a time that is skipped is as far after the change as it stood after the last moment before it.
 */
export function instantAt(zone: Zone, wall: number): number {
  const { starts, ahead } = eraAt(zone, wall)
  let at = 0
  while (at + 1 < starts.length && wall >= starts[at + 1]! + ahead[at]!) at += 1
  const skipped = at > 0 && wall < starts[at]! + ahead[at]!
  return wall - ahead[skipped ? at - 1 : at]!
}

/** What the wall clock of `zone` shows at an instant, in epoch milliseconds read as if in UTC. */
export function wallAt(zone: Zone, instant: number): number {
  const { starts, ahead } = eraAt(zone, instant)
  return instant + ahead[starts.findLastIndex((start) => start <= instant)]!
}

/** Whether the zone goes over this date, as Apia did on 2011-12-30. */
export function skips(zone: Zone, day: number): boolean {
  return eraAt(zone, day * DAY).skipped.includes(day)
}

function eraAt(zone: Zone, instant: number): Era {
  const index = Math.floor(instant / ERA)
  return zone.eras.get(index) ?? remember(zone.eras, index, learn(zone.name, index * ERA))
}

function learn(name: string, start: number): Era {
  const starts: number[] = []
  const ahead: number[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.Instant.fromEpochMilliseconds(start - MARGIN).toZonedDateTimeISO(name)
  while (at && at.epochMilliseconds <= start + ERA + MARGIN) {
    starts.push(at.epochMilliseconds)
    ahead.push(at.offsetNanoseconds / 1e6)
    at = at.getTimeZoneTransition('next')
  }
  return { starts, ahead, skipped: starts.flatMap((change, index) => skippedBy(change, ahead[index - 1] ?? Infinity, ahead[index]!)) }
}

function skippedBy(change: number, before: number, after: number): number[] {
  const days: number[] = []
  for (let day = Math.ceil((change + before) / DAY); (day + 1) * DAY <= change + after; day += 1) days.push(day)
  return days
}
