import type { NeededBy } from '#features/availability/contract/calendar.ts'
import { dueTodayAt, expiresAt, wasMovedByADay } from '#features/availability/rules/ask-times.ts'
import { halfTime } from '#features/availability/rules/half-time.ts'
import { plan } from '#features/availability/rules/plan.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

type Instant = Temporal.Instant

/** When an ask comes to its owner, when it is due, and when it ends by itself. */
export interface Schedule {
  readonly deliverAt: Instant | null
  readonly dueAt: Instant | null
  readonly dueTodayAt: Instant | null
  readonly expiresAt: Instant
  readonly tight: boolean
  readonly unreachable: boolean
  readonly outside: boolean
}

interface Wanted {
  readonly neededBy: NeededBy | null
  /** What the space expects, in working days, where nothing is said. */
  readonly respondWithin: number
}

/** A schedule with an owner who is new to the ask: when it came to them, if it has. */
export interface FirstSchedule extends Schedule {
  readonly deliveredAt: Instant | null
}

interface Sent extends Wanted {
  readonly attention: 'timely' | 'urgent'
  /** Asked of oneself: such an ask has come, and interrupts nobody. */
  readonly isOwn: boolean
  /** The receiver is on shift: what is urgent reaches them whatever their hours. */
  readonly onCall?: boolean
}

/** How an ask stands with the owner it is sent to at `now`; `interrupts` when it comes at once because it is urgent. */
export function scheduleOf(r: Resolved, ask: Sent, now: Instant): FirstSchedule & { interrupts: boolean } {
  if (ask.isOwn) return { ...scheduleForNext(r, { ...ask, askedAt: now, neededFrom: now }, { isOwn: true, now }), interrupts: false }
  const at = now.epochMilliseconds
  const neededBy = wanted(ask)
  const { due, deliverAt, tight, unreachable, outside } = plan(r, { at, attention: ask.attention, neededBy, onCall: ask.onCall })
  return {
    deliverAt: instantOrNull(deliverAt),
    deliveredAt: null,
    dueAt: instantOrNull(due),
    dueTodayAt: null,
    expiresAt: instantOf(expiresAt(r, { at, due, neededBy, deliveredAt: null })),
    tight,
    unreachable,
    outside,
    interrupts: ask.attention === 'urgent' && deliverAt === at,
  }
}

interface Course extends Wanted {
  readonly askedAt: Instant
  /** From when needed-by counts: sending, or its last move. */
  readonly neededFrom: Instant
}

/** How an ask stands with its next owner, always as timely. What people give themselves has come to them. */
export function scheduleForNext(r: Resolved, ask: Course, { isOwn, now }: { isOwn: boolean; now: Instant }): FirstSchedule {
  const came = isOwn ? now : null
  return { ...scheduleAgain(r, { ...ask, deliverAt: came, deliveredAt: came, interrupts: false }, now), deliveredAt: came }
}

/**
 * How an ask stands with its next owner when it stays due as it was: taken from a space, given by it, or where its due came from another's calendar.
 * `ask` says when it was to come to this owner and whether it has.
 */
export function scheduleAsDue(r: Resolved, ask: Due & Standing, now: Instant): FirstSchedule {
  const due = ask.dueAt?.epochMilliseconds ?? null
  const { outside, deliveredAt } = ask
  return { ...timesOf(r, ask, due), ...comingBefore(r, ask, { due, unreachable: false, now }), outside, deliveredAt }
}

type Due = Pick<Schedule, 'dueAt' | 'outside'>

/**
 * When a space's ask is given to one of its members, if nobody takes it before: once half the open time has passed between its coming and its due,
 * by the calendar that timed it. Null where it is due at no time.
 */
export function assignAtOf(r: Resolved, { deliverAt, dueAt }: Pick<Schedule, 'deliverAt' | 'dueAt'>): Instant | null {
  if (deliverAt === null || dueAt === null) return null
  return instantOf(halfTime(r, deliverAt.epochMilliseconds, dueAt.epochMilliseconds))
}

export interface Standing extends Course {
  /** When it was to come to this owner, and when it came; null when it has not. */
  readonly deliverAt: Instant | null
  readonly deliveredAt: Instant | null
  /** It came, or is on its way, at once: nothing plans it anew. */
  readonly interrupts: boolean
}

/** Whether it is too late to plan when the ask comes. */
export const hasCome = (ask: Pick<Standing, 'deliveredAt' | 'interrupts'>): boolean => ask.deliveredAt !== null || ask.interrupts

/**
 * How an ask stands with an owner when something changed after sending: a moved needed-by, another calendar. Due counts from
 * where it always did; what has not come yet comes from `now` on, always as timely.
 */
export function scheduleAgain(r: Resolved, ask: Standing, now: Instant): Schedule {
  const meant = plan(r, { at: ask.neededFrom.epochMilliseconds, attention: 'timely', neededBy: wanted(ask) })
  return { ...timesOf(r, ask, meant.due), ...comingBefore(r, ask, { ...meant, now }), outside: meant.outside }
}

/**
 * The times of an ask that has come to its owner when their calendar changes: due as it now is, unless that is later, which would take a
 * reason.
 */
export function timesAgain(r: Resolved, ask: Standing, dueAt: Instant | null): Pick<Schedule, 'dueAt' | 'dueTodayAt' | 'expiresAt'> {
  const { due } = plan(r, { at: ask.neededFrom.epochMilliseconds, attention: 'timely', neededBy: wanted(ask) })
  const before = dueAt?.epochMilliseconds ?? null
  return timesOf(r, ask, due === null || before === null ? before : Math.min(due, before))
}

/** The times that hang on due, and on when the ask came to its owner. */
export function timesOf(r: Resolved, ask: Standing, due: number | null): Pick<Schedule, 'dueAt' | 'dueTodayAt' | 'expiresAt'> {
  const course = { at: ask.askedAt.epochMilliseconds, due, neededBy: wanted(ask), deliveredAt: ask.deliveredAt?.epochMilliseconds ?? null }
  return { dueAt: instantOrNull(due), dueTodayAt: instantOrNull(dueTodayAt(r, course)), expiresAt: instantOf(expiresAt(r, course)) }
}

interface Meant {
  readonly due: number | null
  readonly unreachable: boolean
  readonly now: Instant
}

/** When what is due then comes, if it has yet to: as something sent now that is needed by that instant. */
function comingBefore(r: Resolved, ask: Standing, { due, unreachable, now }: Meant): Pick<Schedule, 'deliverAt' | 'tight' | 'unreachable'> {
  const neededBy: NeededBy = due === null ? 'whenever' : { at: instantOf(due).toString() }
  const planned = plan(r, { at: now.epochMilliseconds, attention: 'timely', neededBy })
  const late = unreachable || planned.unreachable
  return { deliverAt: hasCome(ask) ? ask.deliverAt : instantOrNull(planned.deliverAt), tight: planned.tight && !late, unreachable: late }
}

/** Whether what the asker was told has moved by a working day or more. */
export function isMovedByADay(
  r: Resolved,
  before: Pick<Schedule, 'deliverAt' | 'dueAt'>,
  after: Pick<Schedule, 'deliverAt' | 'dueAt'>,
): boolean {
  const moved = (one: Instant | null, other: Instant | null): boolean =>
    wasMovedByADay(one?.epochMilliseconds ?? null, other?.epochMilliseconds ?? null, r)
  return moved(before.dueAt, after.dueAt) || moved(before.deliverAt, after.deliverAt)
}

const wanted = ({ neededBy, respondWithin }: Wanted): NeededBy => neededBy ?? { in: respondWithin }

const instantOf = (milliseconds: number): Instant => Temporal.Instant.fromEpochMilliseconds(milliseconds)

const instantOrNull = (milliseconds: number | null): Instant | null => (milliseconds === null ? null : instantOf(milliseconds))
