import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { Known, Notice, NoticeRule } from '#features/availability/rules/notice.ts'
import type { ThreadEvent } from './events.ts'

/** Whom what happens in threads concerns. Those who only follow are reached by digests, which are built by reading. */
export const noticesOfThreads = {
  'thread.opened': driNamed,
  'thread.changed': driNamed,
  'highlights.kept': 'Highlights are there for whoever comes to read; they ask nothing of anybody.',
  'outcome.drafted': 'A draft is seen by those who read the thread; what counts is the conclusion.',
  'thread.concluded': 'Followers read the outcome in their digest; open asks speak for themselves.',
  'thread.reopened': 'Followers see it by what is written next.',
  'thread.pivoted': 'Both see it where they go on; the outcome is owed there.',
  'thread.split': 'Who follows it follows the new thread as well; what was unread is unread there, and nothing else is new.',
  'thread.moved': 'Its people read the opening of the new thread in their digest, as far as they may see it.',
  'post.added': named,
  'post.edited': namedByEdit,
  'post.deleted': 'What was taken away reaches nobody; asks that stood in it speak for themselves.',
  'reaction.added': 'A reaction is seen by whoever reads the post; it is there so that nobody has to be told anything.',
  'reaction.removed': 'What is no longer there has nothing to say.',
} satisfies Record<ThreadEvent['type'], NoticeRule>

function driNamed(event: PositionedEvent): readonly Notice[] {
  const driId = idOf(event, 'driId')
  return driId ? [{ to: driId, why: 'mention', attention: 'digest', threadId: event.streamId }] : []
}

/** Whom a post names, and whoever it comes right after. An ask, or the answer to one, says more than either. */
function named(event: PositionedEvent, known: Known): readonly Notice[] {
  const postId = idOf(event, 'postId')
  const post = postId ? known.post(postId) : undefined
  if (!post || post.deleted) return []
  const reached = new Set([...post.asked, ...post.answered])
  const mentioned = post.mentioned.filter((to) => !reached.has(to))
  const previous = [post.previousAuthorId].filter((to) => to !== null).filter((to) => !reached.has(to) && !post.mentioned.includes(to))
  const about = { attention: 'digest', threadId: post.threadId, postId } as const
  return [
    ...mentioned.map((to) => ({ to, why: 'mention', ...about }) as const),
    ...previous.map((to) => ({ to, why: 'reply', ...about }) as const),
  ]
}

/** Only who is named for the first time. */
function namedByEdit(event: PositionedEvent, known: Known): readonly Notice[] {
  const postId = idOf(event, 'postId')
  const post = postId ? known.post(postId) : undefined
  if (!post || post.deleted) return []
  const newly = (idOf(event, 'named') ?? '').split(' ')
  return post.mentioned
    .filter((to) => newly.includes(to))
    .map((to) => ({ to, why: 'mention', attention: 'digest', threadId: post.threadId, postId }))
}
