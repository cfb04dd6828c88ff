// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { EventBatch } from '#platform/events/drain-outbox.ts'
import { indexPeople } from './index-people.ts'
import { indexPosts } from './index-posts.ts'
import { indexSpaces } from './index-spaces.ts'
import { indexWholeThreads } from './index-whole-threads.ts'

/** Who is asked by a post is found with it and with its thread. */
const aboutAsks = ['ask.made', 'ask.passed', 'ask.owner_lost']
const aboutThreads = [
  'thread.opened',
  'thread.changed',
  'highlights.kept',
  'outcome.drafted',
  'thread.concluded',
  'thread.reopened',
  'thread.split',
  ...aboutAsks,
]
const aboutPosts = ['post.added', 'post.edited', 'post.deleted', 'reaction.added', 'reaction.removed', ...aboutAsks]
const aboutPeople = ['person.joined', 'person.changed', 'person.deactivated', 'person.reactivated']
const aboutSpaces = ['space.made', 'space.changed', 'space.archived', 'space.unarchived']

/** Makes found, or found no more, what a batch of facts is about. */
export async function indexEvents({ tx, workspaceId, events }: Pick<EventBatch, 'tx' | 'workspaceId' | 'events'>): Promise<void> {
  const threadIds = idsOf(events, aboutThreads, 'threadId')
  const postIds = idsOf(events, aboutPosts, 'postId')
  await indexPosts(tx, workspaceId, { threadIds, postIds })
  await indexWholeThreads(tx, workspaceId, [
    ...idsOf(events, ['thread.split'], 'toThreadId'),
    ...idsOf(events, ['incident.declared'], 'threadId'),
  ])
  await indexPeople(tx, workspaceId, idsOf(events, aboutPeople, 'personId'))
  await indexSpaces(tx, workspaceId, idsOf(events, aboutSpaces, 'spaceId'))
}

function idsOf(events: readonly PositionedEvent[], types: readonly string[], name: string): string[] {
  const ids = events.filter((event) => types.includes(event.type)).map((event) => idOf(event, name))
  return [...new Set(ids.filter((id) => id !== null))]
}
