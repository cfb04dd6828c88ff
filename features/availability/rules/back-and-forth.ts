/** How often two people went back and forth at the end of a thread: posts since the last outcome or pivot, the oldest first. */
export function exchanges(posts: readonly { author: string }[]): number {
  return Math.floor(lastRun(posts).length / 2)
}

/** The two authors who share the last run of turns, the one who spoke last first; null when there are not two. */
export function pair(posts: readonly { author: string }[]): [string, string] | null {
  const [last, other] = lastRun(posts)
  return last !== undefined && other !== undefined ? [last, other] : null
}

/** The authors of the longest run of turns at the end that two people share, the last turn first. */
function lastRun(posts: readonly { author: string }[]): string[] {
  const turns = posts
    .map(({ author }) => author)
    .filter((author, index) => author !== posts[index - 1]?.author)
    .toReversed()
  const [last, other] = turns
  const end = turns.findIndex((author) => author !== last && author !== other)
  return end === -1 ? turns : turns.slice(0, end)
}
