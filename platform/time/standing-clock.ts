import type { Clock } from './clock.ts'

export interface StandingClock extends Clock {
  set(instant: string): void
  stand(): void
}

/**
 * A clock that stays where it is put. Once it is told to stand there, it goes on by a millisecond whenever it is read: it is the same minute for hours,
 * and what is done one after another stays in its order.
 */
export function standingClock(start: string): StandingClock {
  let at = Temporal.Instant.from(start)
  let step = 0
  return {
    now: () => {
      at = at.add({ milliseconds: step })
      return at
    },
    set: (instant) => {
      at = Temporal.Instant.from(instant)
      step = 0
    },
    stand: () => {
      step = 1
    },
  }
}
