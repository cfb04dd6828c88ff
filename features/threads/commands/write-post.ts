import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import type { FilesIn } from '../contract/file.ts'
import type { PostAdded } from '../events.ts'
import { type Turns, turnsAfter } from '../rules/turns.ts'
import { countWords } from '../rules/words.ts'
import { readersNamedIn } from '../access.ts'
import { attachFiles } from './attach-files.ts'

export interface NewPost {
  /** Held by the transaction; `lastSeq` is that of the post before. */
  readonly thread: Turns & { readonly id: string; readonly spaceId: string; readonly lastSeq: number }
  readonly body: string
  readonly fyi: boolean
  readonly files?: FilesIn
}

/**
 * Writes the next post of a held thread, with all that hangs on it: the thread's counts, who is named, and that its author and whoever is
 * named follow the thread, unless they chose a level themselves. The same rows however many follow.
 */
export async function writePost(
  tx: Tx,
  ctx: Context,
  { thread, body, fyi, files = [] }: NewPost,
): Promise<{ postId: string; seq: number }> {
  const { workspaceId, personId, now } = ctx
  const postId = newId(now)
  const seq = thread.lastSeq + 1
  const named = await readersNamedIn(tx, ctx, { spaceId: thread.spaceId, body })
  const run = turnsAfter(thread, personId)
  const followers = [personId, ...named]
  await written(tx, {
    workspaceId,
    personId,
    now,
    postId,
    threadId: thread.id,
    seq,
    body,
    fyi,
    ...run,
    words: countWords(body),
    named,
    followers,
  })
  await attachFiles(tx, ctx, { postId, files })
  await record(tx, ctx, {
    type: 'post.added',
    placeId: thread.spaceId,
    streamId: thread.id,
    streamSeq: seq,
    subject: { threadId: thread.id, postId } satisfies PostAdded['subject'],
  })
  return { postId, seq }
}

interface Written extends Pick<Context, 'workspaceId' | 'personId' | 'now'>, Pick<NewPost, 'body' | 'fyi'>, Turns {
  readonly postId: string
  readonly threadId: string
  readonly seq: number
  readonly words: number
  readonly named: readonly string[]
  readonly followers: readonly string[]
}

const written = statementOnce(
  (post: Written) => sql`
    with post as (
      insert into posts (workspace_id, id, thread_id, seq, author_id, body, fyi, posted_at)
      values (${post.workspaceId}, ${post.postId}, ${post.threadId}, ${post.seq}, ${post.personId}, ${post.body}, ${post.fyi}, ${post.now})
    ), counted as (
      update threads set last_seq = ${post.seq}, last_post_at = greatest(last_post_at, ${post.now}::timestamptz), post_count = post_count + 1,
             word_count = word_count + ${post.words}, turns = ${post.turns}, turn_of = ${post.turnOf}, turn_before = ${post.turnBefore}
      where workspace_id = ${post.workspaceId} and id = ${post.threadId}
    ), mentioned as (
      insert into mentions (workspace_id, post_id, person_id)
      select ${post.workspaceId}::integer, ${post.postId}::uuid, unnest(${post.named}::uuid[])
    )
    insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
    select ${post.workspaceId}::integer, unnest(${post.followers}::uuid[]), ${post.threadId}::uuid, 'digest', ${post.now}::timestamptz
    on conflict do nothing
  `,
)
