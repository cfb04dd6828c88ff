import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
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
  await sql`
    with post as (
      insert into posts (workspace_id, id, thread_id, seq, author_id, body, fyi, posted_at)
      values (${workspaceId}, ${postId}, ${thread.id}, ${seq}, ${personId}, ${body}, ${fyi}, ${now})
    ), counted as (
      update threads set last_seq = ${seq}, last_post_at = greatest(last_post_at, ${now}::timestamptz), post_count = post_count + 1,
             word_count = word_count + ${countWords(body)}, turns = ${run.turns}, turn_of = ${run.turnOf}, turn_before = ${run.turnBefore}
      where workspace_id = ${workspaceId} and id = ${thread.id}
    ), mentioned as (
      insert into mentions (workspace_id, post_id, person_id)
      select ${workspaceId}::integer, ${postId}::uuid, unnest(${named}::uuid[])
    )
    insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
    select ${workspaceId}::integer, unnest(${[personId, ...named]}::uuid[]), ${thread.id}::uuid, 'digest', ${now}::timestamptz
    on conflict do nothing
  `.execute(tx)
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
