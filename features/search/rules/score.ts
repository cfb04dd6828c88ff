export interface Candidate {
  /** Whether the words stand in its title. */
  readonly inTitle: boolean
  /** How near to each other they stand, as `ts_rank_cd` says: 1 for words side by side, more when they come again. */
  readonly nearness: number
  readonly at: Temporal.Instant
}

const HALF = 90 * 24 * 60 * 60 * 1000

/** By title first, then by nearness of words and recency together. */
export function scoreOf({ inTitle, nearness, at }: Candidate, now: Temporal.Instant): number {
  const age = Math.max(0, now.epochMilliseconds - at.epochMilliseconds)
  return (inTitle ? 2 : 0) + Math.min(1, nearness) + HALF / (HALF + age)
}
