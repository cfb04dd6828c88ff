import type { Query, QueryClient } from '@tanstack/react-query'
import { keepAnswers } from '#platform/browser/kept-answers.ts'
import { keepSending, sendNow } from '#platform/browser/outbox.ts'
import { belongTo, onOtherOwner, owner } from '#platform/browser/owner.ts'
import { refreshWithOthers } from '#platform/browser/use-answer.ts'
import { installPages } from './install-pages.ts'

let hasBegun = false

/** All that can wait until the first page stands; once for each window. What waited until somebody signed in is sent. */
export function begin(client: QueryClient): void {
  if (hasBegun) return sendNow()
  hasBegun = true
  void installPages()
  const person = owner()
  if (person !== null) void belongTo(person)
  keepAnswers(client, isRead)
  keepSending(client)
  refreshWithOthers(client)
  // Nothing of whoever was here before stays on the screen or in memory.
  onOtherOwner(() => location.replace('/'))
}

/** Whether an answer is something to be read again: not how somebody signs in, what they search for, or what those who administer look after. */
function isRead({ meta }: Query): boolean {
  const [area, right] = String(meta?.['access']).split(':')
  return meta?.['method'] === 'GET' && right === 'read' && area !== 'search'
}
