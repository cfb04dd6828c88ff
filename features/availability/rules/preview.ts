import { coverFor } from './cover.ts'
import { firstReachable } from './next-reachable.ts'
import { plan, type PlanRequest } from './plan.ts'
import { interruptedAt } from './reach.ts'
import type { Resolved } from './resolve.ts'
import { instantText, instantTextOrNull, localText } from './wire.ts'

/** What sending would mean, as it stands in an answer, for one calendar. */
export function timesOf(resolved: Resolved, request: PlanRequest, sender: Resolved | undefined) {
  const { at } = request
  const { deliverAt, due, tight, unreachable, never, outside, suggest } = plan(resolved, request)
  const atOnce = request.attention === 'urgent' && deliverAt === at
  return {
    attention: request.attention === 'urgent' && !atOnce ? ('timely' as const) : request.attention,
    interrupts: atOnce ? interruptedAt(resolved, at) : null,
    deliverAt: instantTextOrNull(deliverAt),
    due: instantTextOrNull(due),
    tight,
    unreachable,
    never,
    outside,
    suggest: suggest.map(instantText),
    local: {
      at: localText(resolved, at),
      deliverAt: deliverAt === null ? null : localText(resolved, deliverAt),
      due: due === null ? null : localText(resolved, due),
    },
    answerBack: instantTextOrNull(
      due === null || !sender ? null : plan(sender, { at: due, attention: 'timely', neededBy: 'whenever' }).deliverAt,
    ),
  }
}

interface Member {
  readonly handle: string
  readonly isGuest: boolean
  readonly resolved: Resolved
}

/** A space is asked in the day of whoever of it can be reached first, and interrupts nobody; each of the others gets it in their own, by that due. */
export function teamTimes<Person extends Member>(members: readonly Person[], request: PlanRequest) {
  const asked: PlanRequest = { ...request, attention: request.attention === 'digest' ? 'digest' : 'timely' }
  const first = firstReachable(members, request.at)
  if (!first) throw new Error('A space is asked in which nobody can be.')
  const { due, deliverAt } = plan(first.resolved, asked)
  const neededBy = due === null ? ('whenever' as const) : { at: instantText(due) }
  const others = members.filter((member) => member !== first).map(({ resolved }) => plan(resolved, { ...asked, neededBy }).deliverAt)
  return { first, asked, comes: [deliverAt, ...others].filter((instant) => instant !== null) }
}

/** Who is to be offered first, by name, because the receiver would be away; null where nobody is. */
export function coverName(r: Resolved, request: PlanRequest): string | null {
  return request.attention === 'digest' ? null : (coverFor(r, request)?.cover ?? null)
}
