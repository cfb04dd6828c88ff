import type { NeededBy } from '../contract/calendar.ts'
import { HOUR } from './dates.ts'
import { nextDigest } from './digests.ts'
import { type Due, dueOf } from './due.ts'
import { firstOpen, isWorking } from './reach.ts'
import type { Resolved } from './resolve.ts'
import { openTime } from './timeline.ts'

export interface PlanRequest {
  /** When it is sent, in epoch milliseconds, as are all instants here. */
  readonly at: number
  readonly attention: 'urgent' | 'timely' | 'digest'
  readonly neededBy?: NeededBy | undefined
  /** What the space expects when `neededBy` is absent, in working days: 1 unless said otherwise. */
  readonly respondWithin?: number | undefined
  /** The receiver is on shift: what is urgent reaches them whatever their hours. */
  readonly onCall?: boolean | undefined
}

export interface Plan extends Due {
  readonly deliverAt: number | null
  /** Less than an hour of open time lies between delivery and due. */
  readonly tight: boolean
  /** The receiver is not open within 366 days of sending. */
  readonly never: boolean
}

const nothing = { deliverAt: null, due: null, tight: false, unreachable: false, never: false, outside: false, suggest: [] }

/** When a thing sent to this person reaches them, and when its answer is due. What comes by digest is no ask: it has no due. */
export function plan(r: Resolved, request: PlanRequest): Plan {
  const { at, attention, neededBy, respondWithin = 1 } = request
  const urgent = attention === 'urgent'
  const first = firstOpen(r, at)
  if (first === null) return urgent && request.onCall ? { ...nothing, deliverAt: at } : { ...nothing, never: true }
  if (attention === 'digest') return { ...nothing, deliverAt: nextDigest(r, at) }
  const due = dueOf(r, first, neededBy ?? { in: respondWithin })
  const deliverAt = urgent && mayInterrupt(r, request) ? at : timelyAt(r, { at, first, due })
  return { ...due, deliverAt, tight: !due.unreachable && !leavesAnHour(r, deliverAt, due.due), never: false }
}

/** Whether an urgent thing reaches the person at once: at work, in focus or not; on shift; or because they allow it at any time. */
function mayInterrupt(r: Resolved, { at, onCall }: PlanRequest): boolean {
  return onCall === true || r.calendar.urgentOutside || isWorking(r, at)
}

function timelyAt(r: Resolved, { at, first, due }: { at: number; first: number; due: Due }): number {
  if (due.unreachable) return first
  const digest = nextDigest(r, at)
  return digest !== null && leavesAnHour(r, digest, due.due) ? digest : first
}

function leavesAnHour(r: Resolved, deliverAt: number, due: number | null): boolean {
  return due === null || openTime(r, { start: deliverAt, end: due }, HOUR) >= HOUR
}
