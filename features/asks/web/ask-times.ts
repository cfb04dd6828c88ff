import { formatFromNow } from '#platform/text/format-span.ts'
import { formatSoon, formatTheirs } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import type { Ask } from '../contract/ask.ts'
import { handleOf } from '../rules/owner.ts'
import { t } from './texts.ts'
import { isWasDue } from './was-due.ts'

interface Clock {
  readonly now: Moment
  /** The reader. */
  readonly me: { readonly handle: string; readonly zone: string }
  /** Where its owner is; the reader's own zone while that is not known. */
  readonly ownerZone: string | undefined
}

/** When an open ask is due, in the owner's day: their own clock, named as such unless it is the reader's. */
export function dueText(ask: Ask, { now, me, ownerZone = me.zone }: Clock): string {
  if (ask.due === null) return t('whenever')
  const isMine = handleOf(ask.owner) === me.handle
  const time = isMine ? formatSoon(ask.due, { zone: me.zone, now }) : formatTheirs(ask.due, { zone: ownerZone, now })
  if (isWasDue(ask, now)) return t('wasDue', { time })
  return t(isMine ? 'dueYours' : 'dueTheirs', { time })
}

/** When its owner reads it, or since when they have it; null where there is nothing to say. */
export function deliveryText(ask: Ask, { now, me, ownerZone = me.zone }: Clock): string | null {
  if (handleOf(ask.owner) === me.handle || ask.state !== 'open') return null
  const manner = { zone: ownerZone, now }
  if (ask.deliveredAt) return t('hasIt', { time: formatTheirs(ask.deliveredAt, manner) })
  return ask.deliverAt ? t('readsAt', { time: formatTheirs(ask.deliverAt, manner), distance: formatFromNow(ask.deliverAt, now) }) : null
}

/** How a settled ask ended, in the reader's time. */
export function settledText(ask: Ask, { now, me }: Pick<Clock, 'now' | 'me'>): string {
  const when = ask.settled ? formatSoon(ask.settled.at, { zone: me.zone, now }) : ''
  if (ask.state === 'answered') return t('answeredOn', { when })
  if (ask.state === 'declined') return t('declinedOn', { when, reason: ask.reason ?? '' })
  return ask.state === 'withdrawn' ? t('withdrawnOn', { when }) : t('expiredOn', { when })
}
