import { nextReachable } from '#features/availability/rules/next-reachable.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

interface Member {
  readonly id: string
  readonly handle: string
  readonly isGuest: boolean
  readonly resolved: Resolved
}

interface Course {
  /** Who could be reached first when it was sent, and did not take it. */
  readonly timedById: string | null
  /** Who had it and gave it away. */
  readonly formerIds: readonly string[]
  readonly now: number
}

/**
 * Whom a space's ask is given to when nobody took it: whoever can be reached next of the others; where there is no other, whoever could be reached
 * first at sending; a guest only where there is nobody else. Null when nobody can be reached at all.
 */
export function nextOfTeam<Person extends Member>(members: readonly Person[], { timedById, formerIds, now }: Course): Person | null {
  const eligible = members.filter(({ id }) => !formerIds.includes(id))
  const rank = ({ id, isGuest }: Member): number => Number(isGuest) * 2 + Number(id === timedById)
  for (let level = 0; level <= 3; level += 1) {
    const group = eligible.filter((member) => rank(member) === level)
    const [next] = nextReachable(group, now)
    if (next && next.at !== null) return group.find(({ handle }) => handle === next.handle) ?? null
  }
  return null
}
