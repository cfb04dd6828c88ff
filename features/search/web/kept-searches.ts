import { keptList } from '#platform/browser/kept-list.ts'

const searches = keptList<string>('searches', (q) => q)

/** What was searched for last on this device. */
export const useKeptSearches = searches.use

/** Remembers a search that led somewhere. */
export function keepSearch(q: string): void {
  const plain = q.trim()
  if (plain !== '') searches.keep(plain)
}
