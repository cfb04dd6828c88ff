import { type Clock, systemClock } from '#platform/time/clock.ts'
import { demo } from './demo.ts'

const told = demo === null ? null : Temporal.Instant.from(demo.now)

/** What time it is for whoever looks: by the clock of this device; in a demo, by that of the demo, which stands. */
export const deviceClock: Clock = told === null ? systemClock : { now: () => told }
