/** Which posts of a thread are wanted: behind or before a seq, or around one; without any of these from the first. */
export interface Wanted {
  readonly after?: number | undefined
  readonly before?: number | undefined
  readonly around?: number | undefined
  readonly limit: number
}

/** Seqs, both included; `next` is what to go on with in the same direction, or null at the end. */
export interface PostWindow {
  readonly from: number
  readonly through: number
  readonly next: number | null
}

/** The posts to show. Seqs have no gaps, because a deleted post leaves its place; so this is arithmetic. */
export function postWindow({ after, before, around, limit }: Wanted, lastSeq: number): PostWindow {
  if (before !== undefined) {
    const through = Math.min(before - 1, lastSeq)
    const from = Math.max(1, through - limit + 1)
    return { from, through, next: from > 1 ? from : null }
  }
  const from = around === undefined ? (after ?? 0) + 1 : middle(around, limit, lastSeq)
  const through = Math.min(from + limit - 1, lastSeq)
  return { from, through, next: through < lastSeq ? through : null }
}

/** A little of what comes before is shown, and no less than a full window where there is one. */
function middle(around: number, limit: number, lastSeq: number): number {
  const start = Math.min(around - Math.floor(limit / 4), lastSeq - limit + 1)
  return Math.max(1, start)
}
