// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { sql } from 'kysely'
import { inTurns } from '#platform/markdown/in-turns.ts'
import { plainText } from '#platform/markdown/plain-text.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Content } from '../rules/operators.ts'
import { fileNamesOf } from '#features/threads/queries/file-views.ts'
import { contentsOf, signOf } from '../rules/signs.ts'
import { vectorOf, weekOf } from '../rules/vector.ts'
import { dropEntries } from './drop-entries.ts'
import { indexThreads } from './index-threads.ts'
import { type Entry, writeEntries } from './write-entries.ts'

/** Of a batch of an import a quarter. */
const PART = 100

interface Changed {
  readonly threadIds: readonly string[]
  readonly postIds: readonly string[]
}

/** Makes these threads and posts found as they are now, a post by the names of its files as well; a post that opens a thread is found as the thread, a deleted one not at all. */
export async function indexPosts(tx: Tx, workspaceId: number, { threadIds, postIds }: Changed): Promise<void> {
  const posts = postIds.length === 0 ? [] : await readPosts(tx, workspaceId, postIds)
  const openings = posts.filter((post) => post.seq === 1).map((post) => post.threadId)
  await indexThreads(tx, workspaceId, [...new Set([...threadIds, ...openings])])
  const others = posts.filter((post) => post.seq > 1)
  await dropEntries(
    tx,
    workspaceId,
    others.filter((post) => post.deleted).map((post) => post.id),
  )
  await writeInParts(
    tx,
    workspaceId,
    others.filter((post) => !post.deleted),
  )
}

/** While PostgreSQL takes one part, the words of the next are looked for. */
async function writeInParts(tx: Tx, workspaceId: number, posts: readonly PostRow[]): Promise<void> {
  let writing: Promise<void> = Promise.resolve()
  for (let start = 0; start < posts.length; start += PART) {
    // What is begun is sent first.
    if (start > 0) await new Promise(setImmediate)
    const entries = await inTurns(
      posts.slice(start, start + PART),
      ({ body }) => body.length,
      (post) => entryOf(workspaceId, post),
    )
    await writing
    writing = writeEntries(tx, workspaceId, entries)
    writing.catch(() => {})
  }
  await writing
}

const entryOf = (workspaceId: number, post: PostRow): Entry => ({
  id: post.id,
  type: 'post',
  spaceId: post.spaceId,
  threadId: post.threadId,
  authorId: post.authorId,
  at: post.at,
  words: vectorOf(
    { workspaceId, week: weekOf(post.at) },
    { title: '', body: `${plainText(post.body)}\n${post.files ?? ''}`, signs: signsOf(post) },
  ),
})

type PostRow = Awaited<ReturnType<typeof readPosts>>[number]

function signsOf({ authorId, spaceId, kind, body, asked, reacted, files }: PostRow): string[] {
  const contents: Content[] = contentsOf(body)
  if (asked.length > 0) contents.push('ask')
  if (files) contents.push('file')
  if (reacted) contents.push('reaction')
  return [
    signOf.author(authorId),
    signOf.space(spaceId),
    signOf.type('post'),
    signOf.kind(kind),
    ...contents.map(signOf.content),
    ...asked.map(signOf.asked),
  ]
}

function readPosts(tx: Tx, workspaceId: number, ids: readonly string[]) {
  return tx
    .selectFrom('posts')
    .innerJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'posts.workspace_id').onRef('threads.id', '=', 'posts.thread_id'),
    )
    .where('posts.workspace_id', '=', workspaceId)
    .where('posts.id', '=', anyOf(ids))
    .select(['posts.id', 'posts.seq', 'posts.thread_id as threadId', 'threads.space_id as spaceId', 'posts.author_id as authorId'])
    .select(['threads.kind', 'posts.body', 'posts.deleted', 'posts.posted_at as at', fileNamesOf('posts').as('files')])
    .select(
      sql<boolean>`exists (select from post_reactions r where r.workspace_id = posts.workspace_id and r.post_id = posts.id)`.as('reacted'),
    )
    .select(
      sql<
        string[]
      >`array(select distinct person::text from asks, unnest(array_remove(array[asks.asked_of, asks.owner_id, asks.asked_of_space_id], null)) as person
        where asks.workspace_id = posts.workspace_id and asks.post_id = posts.id order by 1)`.as('asked'),
    )
    .execute()
}
