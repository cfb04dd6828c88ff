import type { Ask } from '#features/asks/contract/ask.ts'
import type { FollowedThread, InboxItem } from '../../contract.ts'
import { placeOf } from '../item-place.ts'

/** One row that keys act on: an ask on Today, an item of the inbox, or a thread with something new. */
export interface TriageRow {
  readonly key: string
  /** Where it is opened. */
  readonly link: ReturnType<typeof placeOf> | (ReturnType<typeof linkTo> & { readonly hash?: string })
  /** The open ask that it is about. */
  readonly ask: Ask | null
  readonly item: InboxItem | null
  readonly thread: FollowedThread | null
}

const linkTo = (number: number) => ({ to: '/threads/$number', params: { number: String(number) } }) as const

export function rowOfAsk(ask: Ask): TriageRow {
  return { key: ask.id, link: { ...linkTo(ask.number), hash: `ask-${ask.id}` }, ask, item: null, thread: null }
}

export function rowOfItem(item: InboxItem): TriageRow {
  const isAsk = (item.why === 'ask' || item.why === 'cover') && item.ask?.state === 'open'
  return { key: item.id, link: placeOf(item), ask: isAsk ? item.ask : null, item, thread: null }
}

export function rowOfThread(thread: FollowedThread): TriageRow {
  return { key: `thread-${thread.number}`, link: linkTo(thread.number), ask: null, item: null, thread }
}

/** Whether *done* says of itself all that somebody waits for; null where nobody waits for an answer of the reader's own. */
export function isDoable({ ask, item }: TriageRow): boolean | null {
  if (item?.swap?.may.accept) return false
  if (ask === null || item?.why === 'cover') return null
  return ask.verb === 'do' && !ask.may.take
}
