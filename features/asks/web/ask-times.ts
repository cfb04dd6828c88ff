import { formatFromNow } from '#platform/text/format-span.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import type { Ask } from '../contract/ask.ts'
import { handleOf } from '../rules/owner.ts'
import { type OwnersClock, ownersTime } from './owners-time.ts'
import { t } from './texts.ts'
import { isWasDue } from './was-due.ts'

interface Clock extends OwnersClock {
  /** The reader. */
  readonly me: OwnersClock['me'] & { readonly handle: string }
}

/** When an open ask is due, in the owner's day, named as theirs; in the reader's where it is their own, or a space has it. */
export function dueText(ask: Pick<Ask, 'due' | 'owner' | 'state'>, clock: Clock): string {
  if (ask.due === null) return t('whenever')
  const ownerZone = handleOf(ask.owner) === clock.me.handle ? undefined : clock.ownerZone
  const time = ownersTime(ask.due, { ...clock, ownerZone })
  if (isWasDue(ask, clock.now)) return t('wasDue', { time })
  return t(ownerZone === undefined ? 'dueYours' : 'dueTheirs', { time })
}

/** When its owner reads it, or since when they have it; null where there is nothing to say. */
export function deliveryText(ask: Pick<Ask, 'owner' | 'state' | 'deliverAt' | 'deliveredAt'>, clock: Clock): string | null {
  if (handleOf(ask.owner) === clock.me.handle || ask.state !== 'open') return null
  if (ask.deliveredAt) return t('hasIt', { time: ownersTime(ask.deliveredAt, clock) })
  if (!ask.deliverAt) return null
  return t('readsAt', { time: ownersTime(ask.deliverAt, clock), distance: formatFromNow(ask.deliverAt, clock.now) })
}

/** How a settled ask ended, in the reader's time. */
export function settledText(ask: Ask, { now, me }: Pick<Clock, 'now' | 'me'>): string {
  const when = ask.settled ? formatSoon(ask.settled.at, { zone: me.zone, now }) : ''
  if (ask.state === 'answered') return t('answeredOn', { when })
  if (ask.state === 'declined') return t('declinedOn', { when, reason: ask.reason ?? '' })
  return ask.state === 'withdrawn' ? t('withdrawnOn', { when }) : t('expiredOn', { when })
}
