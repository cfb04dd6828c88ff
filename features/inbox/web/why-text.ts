import { formatSoon } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import { handleOf } from '#features/asks/rules/owner.ts'
import type { InboxItem } from '../contract.ts'
import { t } from './texts.ts'

const verbs = { answer: 'verbAnswer', review: 'verbReview', decide: 'verbDecide', do: 'verbDo' } as const
const named = {
  answer: 'whyAnswer',
  reply: 'whyReply',
  mention: 'whyMention',
  declined: 'whyDeclined',
  passed: 'whyPassed',
  moved: 'whyMoved',
  withdrawn: 'whyWithdrawn',
  page: 'whyPage',
  taken: 'whyTaken',
  joined: 'whyJoined',
  'swap accepted': 'whySwapAccepted',
  'swap declined': 'whySwapDeclined',
} as const

/** Why something waits, as a sentence. */
export function whyText({ why, from, ask, swap }: InboxItem, { zone, now }: { zone: string; now: Moment }): string {
  const name = from?.name ?? ask?.from.name ?? ''
  if (why === 'ask' && ask && handleOf(ask.owner) === null)
    return t('whyAskTeam', { name: ask.from.name, team: ask.owner.name, verb: t(verbs[ask.verb]) })
  if (why === 'cover' && ask) return t('whyCover', { name: ask.owner.name })
  if (why === 'given' && ask) return t('whyGiven', { name: ask.owner.name })
  if (why === 'ask' && ask) return t('whyAsk', { name: ask.from.name, verb: t(verbs[ask.verb]) })
  if (why === 'was due' && ask?.due) return t('whyWasDue', { owner: ask.owner.name, time: formatSoon(ask.due, { zone, now }) })
  if (why === 'swap') return t(swap?.given ? 'whySwapOffered' : 'whySwapWanted', { name })
  if (why === 'passed' && ask?.state === 'open' && (ask.tight || ask.unreachable)) return t('whyPassedLate', { name })
  if (why === 'expired') return t('whyExpired')
  if (why === 'returned') return t('whyReturned')
  if (why === 'unacknowledged') return t('whyUnacknowledged')
  return why in named && name ? t(named[why as keyof typeof named], { name }) : t('whyOther')
}

/** When the shift is that an item is about. */
export function shiftText({ start, end }: NonNullable<InboxItem['swap']>, manner: { zone: string; now: Moment }): string {
  return t('shift', { from: formatSoon(start, manner), to: formatSoon(end, manner) })
}
