import type { Burst } from '../load.ts'
import { median } from '../plan.ts'
import { fire, type Load } from './fire.ts'

export interface Growth {
  /** In milliseconds, medians. */
  readonly before: number
  readonly after: number
  /** Of each run, the one by the other; the median. */
  readonly times: number
}

interface Comparison {
  readonly seconds: number
  readonly runs: number
}

/** How much longer one request takes than another, by their p50. In turn, so that whatever else the machine does meets both; one at a time, so that the figure is of a request and not of a queue. */
export async function growthOf(
  load: Load,
  { seconds, runs }: Comparison,
  [one, other]: readonly [Pick<Burst, 'port' | 'shots'>, Pick<Burst, 'port' | 'shots'>],
): Promise<Growth> {
  const p50 = async (side: Pick<Burst, 'port' | 'shots'>): Promise<number> => (await fire(load, { ...side, connections: 1, seconds })).p50
  // The first ones only warm up.
  for (const side of [one, other]) await p50(side)
  const pairs: { before: number; after: number }[] = []
  for (let run = 0; run < runs; run += 1) pairs.push({ before: await p50(one), after: await p50(other) })
  return {
    before: median(pairs.map(({ before }) => before)),
    after: median(pairs.map(({ after }) => after)),
    times: median(pairs.map(({ before, after }) => after / before)),
  }
}
