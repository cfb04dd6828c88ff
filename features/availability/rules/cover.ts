import { firstWorked } from './reach.ts'
import { type PlanRequest, plan } from './plan.ts'
import { type Resolved, awaySpan, resolve } from './resolve.ts'

const ignoringAway = new WeakMap<Resolved, Resolved>()

/** Who stands in for somebody, by name, from the beginning of an absence until they work again; instants in epoch milliseconds. */
export interface Covering {
  readonly cover: string
  readonly from: number
  /** Null when they do not work again within the horizon. */
  readonly until: number | null
}

/**
 * Who stands in when the receiver would owe the answer before being back: away ignored, it would be due during an absence or before the first working
 * instant after it. Null when nobody is named or needed. The cover's own times are `plan(cover, request)`.
 */
export function coverFor(r: Resolved, request: PlanRequest): Covering | null {
  const absences = r.calendar.away.filter((entry) => entry.cover !== undefined)
  if (absences.length === 0) return null
  const { due } = plan(withoutAway(r), request)
  if (due === null) return null
  return (
    absences
      .map((entry) => ({ cover: entry.cover!, span: awaySpan(r, entry) }))
      .map(({ cover, span }) => ({ cover, from: span.start, until: firstWorked(r, span.end) }))
      .toSorted((a, b) => b.from - a.from)
      .find(({ from, until }) => from < due && due < (until ?? Infinity)) ?? null
  )
}

/** The same calendar, as if nobody were ever away. */
export function withoutAway(r: Resolved): Resolved {
  const known = ignoringAway.get(r)
  if (known) return known
  const resolved = resolve({ ...r.calendar, away: [] })
  ignoringAway.set(r, resolved)
  return resolved
}
