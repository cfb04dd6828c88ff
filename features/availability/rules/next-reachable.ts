import { firstOpen, openUntil } from './reach.ts'
import type { Resolved } from './resolve.ts'

export interface Reachable {
  readonly handle: string
  /** The first open instant; null when there is none within the horizon. */
  readonly at: number | null
  /** When that open stretch ends. */
  readonly until: number | null
}

/** Who can be reached first from an instant on: the order in which a baton is passed. Those who never can come last. */
export function nextReachable(people: readonly { handle: string; resolved: Resolved }[], from: number): Reachable[] {
  return people
    .map(({ handle, resolved }) => {
      const at = firstOpen(resolved, from)
      return { handle, at, until: at === null ? null : openUntil(resolved, at) }
    })
    .toSorted((a, b) => inOrder(a, b) || (a.handle < b.handle ? -1 : 1))
}

function inOrder(a: Reachable, b: Reachable): number {
  if (a.at === null || b.at === null) return Number(a.at === null) - Number(b.at === null)
  return a.at - b.at || b.until! - a.until!
}

interface Candidate {
  readonly handle: string
  readonly resolved: Resolved
  readonly isGuest: boolean
}

/** Whoever of these can be reached first from an instant on; guests only where there is nobody else. Null of nobody. */
export function firstReachable<Person extends Candidate>(people: readonly Person[], from: number): Person | null {
  const own = people.filter(({ isGuest }) => !isGuest)
  const eligible = own.length > 0 ? own : people
  const first = nextReachable(eligible, from)[0]
  return eligible.find(({ handle }) => handle === first?.handle) ?? null
}
