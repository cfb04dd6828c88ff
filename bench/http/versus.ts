import type { Fired, Shot } from '../load.ts'
import { fire, type Load } from './fire.ts'
import { median } from '../plan.ts'

const CONNECTIONS = 16

export interface Race {
  readonly load: Load
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
  const drive = (side: Side): Promise<Fired> => fire(load, { ...side, connections: CONNECTIONS, seconds })
  for (const side of [baton, bare]) await drive(side)
  const pairs: { baton: Fired; bare: Fired }[] = []
  for (let run = 0; run < runs; run += 1) pairs.push({ baton: await drive(baton), bare: await drive(bare) })
  return {
    baton: median(pairs.map((pair) => pair.baton.perSecond)),
    bare: median(pairs.map((pair) => pair.bare.perSecond)),
    ratio: median(pairs.map((pair) => pair.baton.perSecond / pair.bare.perSecond)),
    p50: median(pairs.map((pair) => pair.baton.p50)),
    p99: median(pairs.map((pair) => pair.baton.p99)),
  }
}
