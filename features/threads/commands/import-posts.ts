// oxlint-disable house/commands-record -- an import is silent: no notice, mail, follow or unread may come of it
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { countWords } from '../rules/words.ts'
import { placeholder } from './number-threads.ts'

export interface ImportedThread {
  readonly id: string
  readonly spaceId: string
  readonly title: string
  readonly openedBy: string
  readonly openedAt: Temporal.Instant
}

export interface ImportedPost {
  readonly threadId: string
  readonly authorId: string
  readonly body: string
  readonly at: Temporal.Instant
  readonly editedAt: Temporal.Instant | null
  readonly reactions: readonly { readonly emoji: string; readonly by: string }[]
}

/**
 * Adds threads and posts that were written elsewhere, in the order given, with their own instants. Posts go behind those a thread already has.
 * New threads have no numbers yet: end with `numberThreads`. Nothing is recorded and nobody hears of it. Returns the posts' ids, in order.
 */
export async function importPosts(
  tx: Tx,
  ctx: Pick<Context, 'workspaceId'>,
  { threads, posts }: { threads: ImportedThread[]; posts: ImportedPost[] },
): Promise<string[]> {
  if (threads.length > 0) await insertThreads(tx, ctx, threads)
  const ids = posts.map((post) => newId(post.at))
  if (posts.length === 0) return ids
  const rows = posts.map((post, index) => ({
    id: ids[index],
    thread_id: post.threadId,
    author_id: post.authorId,
    body: post.body,
    posted_at: post.at.toString(),
    edited_at: post.editedAt?.toString() ?? null,
    place: index,
  }))
  const given = JSON.stringify(rows)
  const inserting = sql`
    with given as (
      select * from json_to_recordset(${given}::json)
        as given (id uuid, thread_id uuid, author_id uuid, body text, posted_at timestamptz, edited_at timestamptz, place integer)
    ), known as (
      select id, last_seq from threads where workspace_id = ${ctx.workspaceId} and id in (select thread_id from given) for update
    )
    insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at, edited_at)
    select ${ctx.workspaceId}::integer, given.id, given.thread_id, known.last_seq + row_number() over (partition by given.thread_id order by given.place),
           given.author_id, given.body, given.posted_at, given.edited_at
    from given join known on known.id = given.thread_id
  `.execute(tx)
  inserting.catch(() => {})
  // While PostgreSQL takes them, their words are counted.
  await new Promise(setImmediate)
  const sums = posts.map(({ threadId, at, body }) => ({ thread_id: threadId, posted_at: at.toString(), words: countWords(body) }))
  await inserting
  await sql`
    update threads set last_seq = last_seq + sums.posts, post_count = post_count + sums.posts, word_count = word_count + sums.words,
                       last_post_at = greatest(last_post_at, sums.last_at)
    from (
      select thread_id, count(*)::integer as posts, sum(words)::integer as words, max(posted_at) as last_at
      from json_to_recordset(${JSON.stringify(sums)}::json) as given (thread_id uuid, posted_at timestamptz, words integer) group by thread_id
    ) as sums
    where threads.workspace_id = ${ctx.workspaceId} and threads.id = sums.thread_id
  `.execute(tx)
  await insertReactions(tx, ctx, { posts, ids })
  return ids
}

/** When somebody reacted is not known; the post's own instant stands in. */
async function insertReactions(
  tx: Tx,
  { workspaceId }: Pick<Context, 'workspaceId'>,
  { posts, ids }: { posts: readonly ImportedPost[]; ids: readonly string[] },
): Promise<void> {
  const rows = posts.flatMap(({ reactions, at }, index) =>
    reactions.map(({ emoji, by }) => ({ post_id: ids[index], person_id: by, emoji, reacted_at: at.toString() })),
  )
  if (rows.length === 0) return
  await sql`
    insert into post_reactions (workspace_id, post_id, person_id, emoji, reacted_at)
    select ${workspaceId}::integer, post_id, person_id, emoji, reacted_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (post_id uuid, person_id uuid, emoji text, reacted_at timestamptz)
    on conflict do nothing
  `.execute(tx)
}

async function insertThreads(tx: Tx, { workspaceId }: Pick<Context, 'workspaceId'>, threads: readonly ImportedThread[]): Promise<void> {
  const rows = threads.map((thread) => ({
    id: thread.id,
    number: placeholder(thread.id),
    space_id: thread.spaceId,
    title: thread.title,
    opened_by: thread.openedBy,
    opened_at: thread.openedAt.toString(),
  }))
  await sql`
    insert into threads (workspace_id, id, number, space_id, kind, title, opened_by, opened_at, last_post_at)
    select ${workspaceId}::integer, id, number, space_id, 'discussion', title, opened_by, opened_at, opened_at
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as given (id uuid, number bigint, space_id uuid, title text, opened_by uuid, opened_at timestamptz)
  `.execute(tx)
}
