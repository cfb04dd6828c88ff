export interface Tally {
  readonly passed: number
  readonly failed: number
}

const emptyTally: Tally = { passed: 0, failed: 0 }

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), emptyTally)
}
