import { formatRow } from '#platform/text/format-span.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import { t } from './drafts-texts.ts'

type Message = Pick<Scheduled, 'message'>

/** A text that is part of a message; empty when it has none of that name. */
export function textOf({ message }: Message, name: 'title' | 'body' | 'space'): string {
  const value = message[name]
  return typeof value === 'string' ? value : ''
}

/** Whom a message asks. */
export function asksOf({ message }: Message): string[] {
  const asks: unknown = message['asks']
  return Array.isArray(asks) ? asks.map((ask: { to: string }) => `@${ask.to}`) : []
}

/** Where it will stand. */
export function placeOf(scheduled: Scheduled): string {
  const { opens, thread, message } = scheduled
  if (thread) return t('post')
  if (opens === 'post') return t('postSomewhere')
  const people: unknown = message['people']
  if (Array.isArray(people)) return t('threadWith', { people: formatRow(people.map((handle) => `@${String(handle)}`)) })
  return t('threadIn', { space: textOf(scheduled, 'space') })
}
