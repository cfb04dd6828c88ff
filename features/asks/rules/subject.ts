import type { AskSubject } from '../events.ts'

interface Known {
  readonly id: string
  readonly threadId: string
  readonly postId: string
  readonly askerId: string
  readonly ownerId: string | null
  readonly ownerSpaceId: string | null
  readonly deliveredAt: Temporal.Instant | null
}

/** What every fact about an ask holds. */
export function subjectOf(ask: Known): AskSubject {
  const { id, threadId, postId, askerId, ownerId, ownerSpaceId, deliveredAt } = ask
  return { askId: id, threadId, postId, askerId, ownerId, ownerSpaceId, delivered: deliveredAt !== null }
}
