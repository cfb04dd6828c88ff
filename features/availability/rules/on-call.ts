import type { Resolved } from './resolve.ts'
import { type Span, union, without } from './spans.ts'

/** One turn at a duty, in epoch milliseconds. Layer 1 is reached first. */
export interface Turn extends Span {
  readonly layer: number
}

/** Those turns that hold the instant, layer by layer: who is on call then. */
export function onCallAt<Shift extends Turn>(shifts: readonly Shift[], at: number): Shift[] {
  return shifts.filter(({ start, end }) => start <= at && at < end).toSorted((a, b) => a.layer - b.layer)
}

/** The turn of a layer that begins first after an instant; null when none does. */
export function nextTurn<Shift extends Turn>(shifts: readonly Shift[], layer: number, after: number): Shift | null {
  const later = shifts.filter((shift) => shift.layer === layer && shift.start > after)
  return later.toSorted((a, b) => a.start - b.start)[0] ?? null
}

/** The stretches of a range in which nobody has layer 1. */
export function gapsIn(shifts: readonly Turn[], range: Span): readonly Span[] {
  return without([range], union(shifts.filter(({ layer }) => layer === 1)))
}

/** Whether two turns of one layer would hold the same instant. */
export function overlaps(one: Turn, other: Turn): boolean {
  return one.layer === other.layer && one.start < other.end && other.start < one.end
}

interface Asked {
  readonly start: number
  readonly end: number
  readonly resolved: Resolved
}

/**
 * Whose turn an ask to a rotation falls into: the first one whose person would get it while they are on call, by when it comes to whoever has such a
 * calendar. Where it would reach nobody on call, the first turn there is; null when there is none.
 */
export function onCallAtDelivery<Turn extends Asked>(turns: readonly Turn[], comesAt: (resolved: Resolved) => number | null): Turn | null {
  const reached = turns.find(({ start, end, resolved }) => {
    const at = comesAt(resolved)
    return at !== null && start <= at && at < end
  })
  return reached ?? turns[0] ?? null
}
