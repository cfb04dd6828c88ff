import { useState } from 'react'

interface Arrived<Item> {
  readonly shown: readonly Item[]
  /** What came while the list was being gone through. */
  readonly waiting: readonly Item[]
  readonly show: () => void
}

/** A list as it stood when its reader came to it, and what is fetched behind its end; what comes before that waits until it is asked for. */
export function useArrived<Item>(items: readonly Item[] | undefined, keyOf: (item: Item) => string): Arrived<Item> {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  const all = items ?? []
  const isKnown = (item: Item): boolean => known === null || known.has(keyOf(item))
  const end = all.findLastIndex(isKnown)
  // With nothing left of what stood there, nothing is pushed away.
  const isNew = (item: Item, index: number): boolean => end !== -1 && index < end && !isKnown(item)
  const shown = all.filter((item, index) => !isNew(item, index))
  const unknown = shown.filter((item) => known === null || !known.has(keyOf(item)))
  if (items && (known === null || unknown.length > 0)) setKnown(new Set([...(known ?? []), ...unknown.map(keyOf)]))
  return { shown, waiting: all.filter(isNew), show: () => setKnown(new Set([...(known ?? []), ...all.map(keyOf)])) }
}
