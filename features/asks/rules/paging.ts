/** For how long an urgent ask pages when nobody acknowledges it. */
export const PAGES_FOR = { hours: 2 } as const

/** Somebody who may be paged now: on shift, with the layer; or a member of the rotation who is working. Nobody else is. */
export interface OnDuty {
  readonly personId: string
  readonly handle: string
  /** Null for whoever is on no shift. */
  readonly layer: number | null
  readonly working: boolean
}

/** An earlier page; instants are epoch milliseconds. */
export interface Page {
  readonly personId: string
  readonly at: number
}

/**
 * Whom to page next: those on shift layer by layer, then members who are working now, by handle; once all were, whoever was longest ago. Null
 * when there is nobody: whoever is off shift and off hours is never paged.
 */
export function whomToPage(people: readonly OnDuty[], pages: readonly Page[]): string | null {
  const lastPage = (personId: string): number =>
    Math.max(-Infinity, ...pages.filter((page) => page.personId === personId).map(({ at }) => at))
  const [next] = people
    .filter(({ layer, working }) => layer !== null || working)
    .map((person) => ({ ...person, last: lastPage(person.personId) }))
    // Sorting keeps the order of equals; of those never paged `last` is equal.
    .toSorted((a, b) => (a.layer ?? Infinity) - (b.layer ?? Infinity) || (a.handle < b.handle ? -1 : 1))
    .toSorted((a, b) => (a.last === b.last ? 0 : a.last - b.last))
  return next?.personId ?? null
}
