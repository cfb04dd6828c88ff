import type { Clock } from '#platform/time/clock.ts'

/** A clock that stands still until it is moved. */
export interface MovableClock extends Clock {
  set(instant: string): void
  advance(by: Temporal.DurationLike): void
}

export function movableClock(start: string): MovableClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    set: (instant) => {
      now = Temporal.Instant.from(instant)
    },
    advance: (by) => {
      now = now.add(by)
    },
  }
}
