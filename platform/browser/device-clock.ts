import { type Clock, systemClock } from '#platform/time/clock.ts'
import { demo } from './demo.ts'

const ahead = demo === null ? null : systemClock.now().until(demo.now)

/** What time it is for whoever looks: by the clock of this device; in a demo, by that of the demo. */
export const deviceClock: Clock = ahead === null ? systemClock : { now: () => systemClock.now().add(ahead) }
