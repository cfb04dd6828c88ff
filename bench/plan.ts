import type { BenchServer } from './database.ts'
import type { Size } from './seed/workspace.ts'

/** What every bench is given. */
export interface Plan {
  readonly server: BenchServer
  /** The database that holds the seeded workspace. */
  readonly seeded: string
  /** How large that is. */
  readonly size: Size
  /** How long each load lasts. */
  readonly seconds: number
  readonly runs: number
  readonly say: (line: string) => void
}

export function median(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? Number.NaN
}
