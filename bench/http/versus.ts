import { type Child } from './child.ts'
import type { Burst, Fired, Shot } from '../load.ts'
import { median } from '../plan.ts'

const CONNECTIONS = 16

export interface Race {
  readonly load: Child<Burst, Fired>
  readonly seconds: number
  readonly runs: number
}

export interface Side {
  readonly port: number
  readonly shots: readonly Shot[]
}

export interface Result {
  /** Requests per second, medians. */
  readonly baton: number
  readonly bare: number
  /** Of each run, Baton's by that of the bare server beside it; the median. */
  readonly ratio: number
  /** Of Baton, in milliseconds; medians. */
  readonly p50: number
  readonly p99: number
}

/** Drives both servers in turn, so that whatever else the machine does meets both. Throws when either refuses anything. */
export async function versus({ load, seconds, runs }: Race, baton: Side, bare: Side): Promise<Result> {
  const fire = async ({ port, shots }: Side, long: number): Promise<Fired> => {
    const fired = await load.ask({ port, shots, connections: CONNECTIONS, seconds: long })
    if (Object.keys(fired.refused).length > 0)
      throw new Error(`${shots[0]?.method} ${shots[0]?.path} was refused: ${JSON.stringify(fired.refused)}`)
    return fired
  }
  for (const side of [baton, bare]) await fire(side, seconds)
  const pairs: { baton: Fired; bare: Fired }[] = []
  for (let run = 0; run < runs; run += 1) pairs.push({ baton: await fire(baton, seconds), bare: await fire(bare, seconds) })
  return {
    baton: median(pairs.map((pair) => pair.baton.perSecond)),
    bare: median(pairs.map((pair) => pair.bare.perSecond)),
    ratio: median(pairs.map((pair) => pair.baton.perSecond / pair.bare.perSecond)),
    p50: median(pairs.map((pair) => pair.baton.p50)),
    p99: median(pairs.map((pair) => pair.baton.p99)),
  }
}
