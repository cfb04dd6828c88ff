/** Where the current instant comes from. The one place, beside the browser's, that reads the machine's clock. */
export interface Clock {
  now(): Temporal.Instant
}

/** The machine's clock, to the millisecond: the precision that is stored. */
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()),
}

/** Milliseconds that only grow, for measuring how long something took. */
export function stopwatch(): () => number {
  const start = performance.now()
  return () => performance.now() - start
}
