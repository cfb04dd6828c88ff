import type { Burst, Fired } from '../load.ts'
import type { Child } from './child.ts'

export type Load = Child<Burst, Fired>

/** Sends a burst. Throws when anything of it was refused. */
export async function fire(load: Load, burst: Burst): Promise<Fired> {
  const fired = await load.ask(burst)
  const [first] = burst.shots
  if (Object.keys(fired.refused).length > 0)
    throw new Error(`${first?.method} ${first?.path} was refused: ${JSON.stringify(fired.refused)}`)
  return fired
}
