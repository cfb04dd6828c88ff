import { useState } from 'react'
import type { Post } from '../contract/threads.ts'

interface Arrivals {
  readonly shown: readonly Post[]
  /** What came while the rest was being read. */
  readonly waiting: readonly Post[]
  readonly show: () => void
}

/** Posts as they stood when the reader came to them; what is added later waits until it is asked for, or until the reader writes behind it. */
export function useArrivals(posts: readonly Post[], reader: string | undefined, hasCome: boolean): Arrivals {
  const [through, setThrough] = useState<number | null>(null)
  const last = posts.at(-1)?.seq ?? 0
  if (through === null && hasCome) setThrough(last)
  const own = posts.findLast((post) => post.author.handle === reader)?.seq ?? 0
  const end = through === null ? last : Math.max(through, own)
  return { shown: posts.filter(({ seq }) => seq <= end), waiting: posts.filter(({ seq }) => seq > end), show: () => setThrough(last) }
}
