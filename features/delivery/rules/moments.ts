import { nextDigest } from '#features/availability/rules/digests.ts'
import { firstOpen, isOpen, isWorking, open, openUntil, workedUntil, working, zoneAt } from '#features/availability/rules/reach.ts'
import type { Span } from '#features/availability/rules/spans.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

export type MomentKind = 'digest' | 'first open' | 'urgent'
export type DeliveryKind = MomentKind | 'read now'

/** Whether a mail brings a delivery; others say one thing of their own. */
export const isMoment = (kind: string): kind is MomentKind => kind === 'digest' || kind === 'first open' || kind === 'urgent'

/** Whether a delivery gathers what is followed, and not only what has come by name. */
export const gathers = (kind: DeliveryKind): boolean => kind === 'digest' || kind === 'read now'

interface Reaching {
  readonly kind: MomentKind
  /** When it was to leave, at or before now. */
  readonly from: Temporal.Instant
  readonly now: Temporal.Instant
  /** Its receiver has a shift now. */
  readonly onShift: boolean
}

/**
 * Whether the open stretch in which something was to come still lasts. What could not come in it is planned anew, also where its receiver is open
 * again meanwhile.
 */
export function isInStretch(resolved: Resolved, { from, now }: Pick<Reaching, 'from' | 'now'>): boolean {
  const until = openUntil(resolved, from.epochMilliseconds)
  return until !== null && Temporal.Instant.compare(from, now) <= 0 && now.epochMilliseconds < until
}

/**
 * Whether a mail may be sent now: in the open stretch in which it was to leave, or of the moment after that; what is urgent at work, on shift, or whenever
 * its receiver allows it.
 */
export function mayReach(resolved: Resolved, { kind, from, now, onShift }: Reaching): boolean {
  if (kind === 'urgent') return onShift || resolved.calendar.urgentOutside || isWorking(resolved, now.epochMilliseconds)
  const planned = isOpen(resolved, from.epochMilliseconds) ? from : nextReach(resolved, from)
  return planned !== null && isInStretch(resolved, { from: planned, now })
}

/** On so many devices a person is reached by push, and so long they try to do without. */
export const MOST_DEVICES = 10
export const PAUSE = { hours: 7 * 24 } as const

const HOUR = 3_600_000
interface Attempted {
  readonly kind: string
  /** How often it was tried before this time. */
  readonly attempts: number
  readonly now: Temporal.Instant
}

/** So long somebody is paged for something urgent. */
const PAGED_FOR = 2 * HOUR

interface Arriving extends Omit<Reaching, 'onShift' | 'from'> {
  /** When the shift ends that its receiver has now; null outside of one. */
  readonly shiftUntil: Temporal.Instant | null
}

/**
 * For how many seconds from now a push that may be sent may still arrive: a device that is not there gets it until its receiver closes, and not in the
 * night when it comes back.
 */
export function mayArriveFor(resolved: Resolved, { kind, now, shiftUntil }: Arriving): number {
  const at = now.epochMilliseconds
  const openFor = (openUntil(resolved, at) ?? at) - at
  if (kind !== 'urgent') return Math.floor(openFor / 1000)
  const anyTime = resolved.calendar.urgentOutside ? PAGED_FOR : 0
  const urgentFor = Math.max(openFor, (workedUntil(resolved, at) ?? at) - at, (shiftUntil?.epochMilliseconds ?? at) - at, anyTime)
  return Math.floor(Math.min(urgentFor, PAGED_FOR) / 1000)
}

/** The first digest time after an instant; null when there is none. */
export function digestAfter(resolved: Resolved, instant: Temporal.Instant): Temporal.Instant | null {
  const next = nextDigest(resolved, instant.epochMilliseconds + 1)
  return next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
}

/** Where the person's local date begins and ends, in epoch milliseconds. */
export function dateAround(resolved: Resolved, now: Temporal.Instant): Span {
  const start = now.toZonedDateTimeISO(zoneAt(resolved, now.epochMilliseconds)).startOfDay()
  return { start: start.epochMilliseconds, end: start.add({ days: 1 }).epochMilliseconds }
}

/** Focus within working time: what is worked and not open. */
export function focusIn(resolved: Resolved, { start, end }: Span): Span[] {
  const edges = open(resolved, start, end)
  return working(resolved, start, end).flatMap((span) => gaps(span, edges))
}

function gaps({ start, end }: Span, filled: readonly Span[]): Span[] {
  const within = filled.filter((span) => span.start < end && span.end > start)
  const starts = [start, ...within.map((span) => span.end)]
  const ends = [...within.map((span) => span.start), end]
  return starts.map((from, index) => ({ start: from, end: ends[index] ?? end })).filter((span) => span.start < span.end)
}

/** So many days after coming back one still finds what happened during an absence; so many it stands on Today. */
export const CATCH_UP_DAYS = 92
export const BACK_DAYS = 7

/** The person's own date as a mail draws it, in hours since its midnight. */
export function mailDay(resolved: Resolved, now: Temporal.Instant): { working: HourSpan[]; focus: HourSpan[]; now: number } {
  const date = dateAround(resolved, now)
  const hours = (instant: number): number => Math.min(24, Math.max(0, (instant - date.start) / HOUR))
  const spans = (list: readonly Span[]): HourSpan[] => list.map(({ start, end }) => ({ from: hours(start), to: hours(end) }))
  return {
    working: spans(working(resolved, date.start, date.end)),
    focus: spans(focusIn(resolved, date)),
    now: hours(now.epochMilliseconds),
  }
}

interface HourSpan {
  readonly from: number
  readonly to: number
}

/** When a mail that could not be sent while its receiver was open goes again: with their next digest, or when they are next open. */
export function nextReach(resolved: Resolved, now: Temporal.Instant): Temporal.Instant | null {
  const at = now.epochMilliseconds
  const next = nextDigest(resolved, at + 1) ?? firstOpen(resolved, at + 1)
  return next === null ? null : Temporal.Instant.fromEpochMilliseconds(next)
}

/** How many seconds a mail waits after this many attempts: half a minute, doubling up to half an hour. */
export function backOff(attempts: number): number {
  return Math.min(1800, 30 * 2 ** Math.min(attempts, 10))
}

/**
 * When an attempt made now is followed by the next one. What brings a moment does not wait beyond the open stretch it was tried in: at its end it is
 * planned anew, and not in the next stretch, which may begin before the wait is over.
 */
export function nextAttempt(resolved: Resolved, { kind, attempts, now }: Attempted): Temporal.Instant {
  const later = now.add({ seconds: backOff(attempts) })
  const until = isMoment(kind) && kind !== 'urgent' ? openUntil(resolved, now.epochMilliseconds) : null
  return until === null || later.epochMilliseconds <= until ? later : Temporal.Instant.fromEpochMilliseconds(until)
}
