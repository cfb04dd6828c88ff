import { type Covering, coverFor } from '#features/availability/rules/cover.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import type { NeededBy } from '#features/availability/contract/calendar.ts'

type Instant = Temporal.Instant

interface Standing {
  readonly neededBy: NeededBy | null
  readonly neededFrom: Instant
  readonly respondWithin: number
  readonly dueAt: Instant | null
  /** Null where its due came from its owner's calendar. */
  readonly timedById: string | null
}

/** Who may take an ask now because its owner is away, by name; and when that begins or ends, for whoever looks again. Null each where there is nobody, never. */
export interface CoverNow {
  readonly name: string | null
  readonly lookAt: Instant | null
}

/** How an ask of somebody whose calendar this is stands with those who cover for them. */
export function coverNow(r: Resolved, ask: Standing, now: Instant): CoverNow {
  const covering = coveringOf(r, ask)
  const at = now.epochMilliseconds
  if (!covering || (covering.until !== null && covering.until <= at)) return { name: null, lookAt: null }
  if (at < covering.from) return { name: null, lookAt: Temporal.Instant.fromEpochMilliseconds(covering.from) }
  return { name: covering.cover, lookAt: covering.until === null ? null : Temporal.Instant.fromEpochMilliseconds(covering.until) }
}

/** By when it was needed, whatever the absence made of that; where its due came from another's calendar, by that. */
function coveringOf(r: Resolved, { neededBy, neededFrom, respondWithin, dueAt, timedById }: Standing): Covering | null {
  const at = neededFrom.epochMilliseconds
  if (timedById === null) return coverFor(r, { at, attention: 'timely', neededBy: neededBy ?? { in: respondWithin } })
  return dueAt === null ? null : coverFor(r, { at, attention: 'timely', neededBy: { at: dueAt.toString() } })
}
