import type { AttentionClass, Notice } from '#features/availability/rules/notice.ts'
import { nextDigest } from '#features/availability/rules/digests.ts'
import { plan } from '#features/availability/rules/plan.ts'
import { firstOpen } from '#features/availability/rules/reach.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'

export type Level = 'digest' | 'named' | 'quiet'

/** Whether a level lets a notice through: quiet hides everything but what is about an ask. */
export function letsThrough(level: Level, notice: Pick<Notice, 'askId'>): boolean {
  return level !== 'quiet' || Boolean(notice.askId)
}

/**
 * Whether somebody takes no digests, seen from `at` (epoch milliseconds): asks come when they are next open, everything else waits in the app. So
 * it is, too, when every digest time they chose falls outside their hours.
 */
export function takesNoDigests(resolved: Resolved, at: number): boolean {
  return resolved.deliveries.length === 0 || (nextDigest(resolved, at) === null && firstOpen(resolved, at) !== null)
}

interface Coming {
  readonly at: number
  readonly attention: AttentionClass
  readonly onCall?: boolean
  /** By when an answer to it is of use; null where that is no matter. */
  readonly by?: number | null
}

/** When something that is no ask reaches a person, sent at `at`; null: never, as far as their calendar goes. Instants in epoch milliseconds. */
export function deliverAtOf(resolved: Resolved, { by = null, ...coming }: Coming): number | null {
  const neededBy = by === null ? ('whenever' as const) : { at: Temporal.Instant.fromEpochMilliseconds(by).toString() }
  return plan(resolved, { ...coming, neededBy }).deliverAt
}

/** When a snoozed item comes back: at the first open instant from `until` on, or then itself when there is none. Epoch milliseconds. */
export function wakesAt(resolved: Resolved | undefined, until: number): number {
  return (resolved && firstOpen(resolved, until)) ?? until
}

/** Each notice once: the same person, reason and thing. */
export function withoutRepeats(notices: readonly Notice[]): Notice[] {
  const seen = new Set<string>()
  return notices.filter((notice) => {
    const key = `${notice.to} ${notice.why} ${notice.askId ?? notice.swapId ?? ''} ${notice.postId ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
