import { type Clock, stopwatch } from './clock.ts'

/** A clock that stands where it is put, and goes on from there at the pace of any other once it is told to walk. */
export interface WalkingClock extends Clock {
  set(instant: string): void
  walk(): void
}

export function walkingClock(start: string): WalkingClock {
  let at = Temporal.Instant.from(start)
  let walked: (() => number) | null = null
  return {
    now: () => (walked === null ? at : at.add({ milliseconds: Math.floor(walked()) })),
    set: (instant) => {
      at = Temporal.Instant.from(instant)
      walked = null
    },
    walk: () => {
      walked = stopwatch()
    },
  }
}
