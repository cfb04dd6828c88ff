// oxlint-disable house/commands-record -- an import is silent: no notice, mail, follow or unread may come of it
import { indexPosts } from '#features/search/commands/index-posts.ts'
import { importPosts, type ImportedPost } from '#features/threads/commands/import-posts.ts'
import { numberThreads } from '#features/threads/commands/number-threads.ts'
import { emojiOf, MOST_REACTIONS } from '#features/threads/rules/reactions.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { emojiNamed } from '#platform/text/emoji.ts'
import { type Importer, lockImporting, type Run } from '../access.ts'
import { findImported } from '../queries/find-imported.ts'
import type { Brought } from '../queries/find-brought.ts'
import { threadsOfPosts } from '../queries/threads-of-posts.ts'
import type { Names } from '../rules/mrkdwn-inline.ts'
import type { ImportedMessage } from '../rules/slack-message.ts'
import { type PostText, postText } from '../rules/slack-post.ts'
import { skip, type Tally } from '../rules/tally.ts'
import { keepOrigins } from './keep-origins.ts'

export interface SlackBatch {
  /** In the order of time. Their authors are among `people`. */
  readonly messages: readonly ImportedMessage[]
  readonly people: ReadonlyMap<string, Brought>
  /** Spaces here by channels there. */
  readonly spaces: ReadonlyMap<string, string>
  /** What ids in the text of a channel stand for. */
  names(channelId: string): Names
}

interface Written extends ImportedMessage {
  readonly text: PostText
}

const origin = ({ channelId, ts }: ImportedMessage): string => `message:${channelId}:${ts}`
const originOfFirst = ({ channelId, threadTs }: ImportedMessage): string => `message:${channelId}:${threadTs}`
const topic = ({ channelId, threadTs, day }: ImportedMessage): string =>
  threadTs === null ? `day:${channelId}:${day}` : `thread:${channelId}:${threadTs}`

/** Adds those messages of a batch that are not here yet, in one transaction: first ones open threads, the others follow in theirs. */
export async function importSlackMessages(importer: Importer, batch: SlackBatch, { tally, keep }: Run): Promise<void> {
  const { db, workspaceId } = importer
  await db.transaction().execute(async (tx) => {
    await lockImporting(tx, workspaceId)
    const asked = batch.messages.flatMap((message) => [origin(message), topic(message), originOfFirst(message)])
    const known = await findImported(tx, workspaceId, asked)
    const fresh = freshOnes(batch, known, tally)
    const threads = await threadsFor(tx, importer, { fresh, known })
    const made = [...new Map(threads.flatMap(({ id, first }) => (first ? [[id, first] as const] : [])))]
    const posts = await importPosts(tx, importer, {
      threads: made.map(([id, first]) => ({
        id,
        spaceId: batch.spaces.get(first.channelId) ?? '',
        title: first.text.title,
        openedBy: batch.people.get(first.userId)?.id ?? '',
        openedAt: first.at,
      })),
      posts: fresh.map((message, index) => postOf(message, threads[index]?.id ?? '', { people: batch.people, tally })),
    })
    await keepOrigins(tx, workspaceId, [
      ...fresh.map((message, index) => ({ externalId: origin(message), madeId: posts[index] ?? '' })),
      ...made.map(([id, first]) => ({ externalId: topic(first), madeId: id })),
    ])
    await indexPosts(tx, workspaceId, { threadIds: made.map(([id]) => id), postIds: posts })
    tally.added.threads += made.length
    tally.added.posts += fresh.length
    await keep(tx)
    await numberThreads(
      tx,
      importer,
      made.map(([id]) => id),
    )
  })
}

/** Those not yet here, each once, by somebody known, and with something to read. */
function freshOnes({ messages, people, names }: SlackBatch, known: ReadonlyMap<string, string>, tally: Tally): Written[] {
  const seen = new Set<string>()
  return messages.flatMap((message) => {
    if (known.has(origin(message)) || seen.has(origin(message))) {
      tally.known += 1
      return []
    }
    seen.add(origin(message))
    if (!people.has(message.userId)) {
      skip(tally, 'stranger', { example: message.userId })
      return []
    }
    const text = postText(message, names(message.channelId))
    if (text.body === '') {
      skip(tally, 'empty')
      return []
    }
    if (text.cut) skip(tally, 'long', { example: origin(message) })
    return [{ ...message, text }]
  })
}

interface Place {
  readonly id: string
  /** The message that opens it, where it is new. */
  readonly first: Written | null
}

interface Wanted {
  readonly fresh: readonly Written[]
  readonly known: ReadonlyMap<string, string>
}

/** The thread of each message. An answer to a message that stands among those of a day follows it there. */
async function threadsFor(tx: Tx, { workspaceId }: Importer, { fresh, known }: Wanted): Promise<Place[]> {
  const answered = fresh.filter((message) => message.threadTs !== null && !known.has(topic(message)))
  const firstPosts = answered.flatMap((message) => known.get(originOfFirst(message)) ?? [])
  const threadOf = await threadsOfPosts(tx, workspaceId, firstPosts)
  const days = new Map(fresh.flatMap((message) => (message.threadTs === null ? [[origin(message), topic(message)] as const] : [])))
  const places = new Map<string, Place>()
  return fresh.map((message) => {
    const own = days.get(originOfFirst(message)) ?? topic(message)
    const there = known.get(own) ?? threadOf.get(known.get(originOfFirst(message)) ?? '')
    const place = places.get(own) ?? (there === undefined ? { id: newId(message.at), first: message } : { id: there, first: null })
    places.set(own, place)
    return place
  })
}

interface Beside {
  readonly people: ReadonlyMap<string, Brought>
  readonly tally: Tally
}

function postOf(message: Written, threadId: string, { people, tally }: Beside): ImportedPost {
  const reactions = reactionsOf(message, { people, tally })
  tally.added.reactions += reactions.length
  return {
    threadId,
    authorId: people.get(message.userId)?.id ?? '',
    body: message.text.body,
    at: message.at,
    editedAt: message.editedAt,
    reactions,
  }
}

/** Who reacted with what, as far as both are known here. */
function reactionsOf({ reactions }: ImportedMessage, { people, tally }: Beside): ImportedPost['reactions'] {
  const kept = new Map<string, Set<string>>()
  for (const { name, users } of reactions) {
    const emoji = emojiOf(emojiNamed(name) ?? '')
    if (emoji === null) skip(tally, 'ownEmoji', { count: users.length, example: `:${name}:` })
    else if (!kept.has(emoji) && kept.size >= MOST_REACTIONS) skip(tally, 'manyReactions', { count: users.length })
    else kept.set(emoji, (kept.get(emoji) ?? new Set()).union(new Set(users.flatMap((user) => people.get(user)?.id ?? []))))
  }
  return [...kept].flatMap(([emoji, by]) => Array.from(by, (person) => ({ emoji, by: person })))
}
