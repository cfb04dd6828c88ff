import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockPost, type PostRow, readersNamedIn, type ThreadRow } from '../access.ts'
import type { FilesIn } from '../contract/file.ts'
import type { PlacedPost } from '../contract/posts.ts'
import type { PostEdited } from '../events.ts'
import { mayEditPost } from '../policy.ts'
import { getPost } from '../queries/get-post.ts'
import { ensureSameVersion, ensureThere, postNotYours } from '../rules/posts.ts'
import { ensureWritable } from '../rules/threads.ts'
import { countWords } from '../rules/words.ts'
import { replaceFiles } from './replace-files.ts'

interface Edit {
  readonly id: string
  readonly body: string
  /** Those it has from now on; absent, they stay. */
  readonly files?: FilesIn | undefined
}

/** Changes the text of a post and its files; what it said stays as a revision, a file that is taken out is gone. Throws `post.changed` (412) when the request names another version. */
export async function editPost(ctx: Context, { id, body, files }: Edit): Promise<PlacedPost> {
  return transact(ctx, async (tx) => {
    const { post, thread } = await lockPost(tx, ctx, id)
    if (!mayEditPost(ctx, post)) throw postNotYours()
    ensureThere(post)
    ensureWritable(thread)
    ensureSameVersion(ctx.ifMatch, post.version)
    const changed = files !== undefined && (await replaceFiles(tx, ctx, { postId: id, files }))
    if (changed || body !== post.body) await rewrite(tx, ctx, { post, thread, body })
    return getPost({ ...ctx, db: tx }, { id })
  })
}

interface Rewriting {
  readonly post: PostRow
  readonly thread: ThreadRow
  readonly body: string
}

async function rewrite(tx: Tx, ctx: Context, { post, thread, body }: Rewriting): Promise<void> {
  const version = post.version + 1
  await writeText(tx, ctx, { post, thread, body })
  const named = await nameAnew(tx, ctx, { post, thread, body })
  await record(tx, ctx, {
    type: 'post.edited',
    placeId: thread.spaceId,
    streamId: thread.id,
    subject: { threadId: thread.id, postId: post.id, version, named: named.join(' ') } satisfies PostEdited['subject'],
  })
}

async function writeText(tx: Tx, { workspaceId, now }: Context, { post, thread, body }: Rewriting): Promise<void> {
  await sql`
    with kept as (
      insert into post_revisions (workspace_id, post_id, version, body, written_by, written_at)
      values (${workspaceId}, ${post.id}, ${post.version}, ${post.body}, ${post.authorId}, ${post.writtenAt})
    ), counted as (
      update threads set word_count = greatest(0, word_count + ${countWords(body) - countWords(post.body)})
      where workspace_id = ${workspaceId} and id = ${thread.id}
    )
    update posts set body = ${body}, edited_at = ${now}, version = version + 1 where workspace_id = ${workspaceId} and id = ${post.id}
  `.execute(tx)
}

/** Mentions are those of the text as it stands. Answers whom it names for the first time. */
async function nameAnew(tx: Tx, ctx: Context, { post, thread, body }: Rewriting): Promise<string[]> {
  const named = await readersNamedIn(tx, ctx, { spaceId: thread.spaceId, body })
  const { rows } = await sql<{ id: string }>`
    with gone as (
      delete from mentions where workspace_id = ${ctx.workspaceId} and post_id = ${post.id} and person_id <> all(${named}::uuid[])
    ), followed as (
      insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
      select ${ctx.workspaceId}::integer, unnest(${named}::uuid[]), ${thread.id}::uuid, 'digest', ${ctx.now}::timestamptz
      on conflict do nothing
    )
    insert into mentions (workspace_id, post_id, person_id)
    select ${ctx.workspaceId}::integer, ${post.id}::uuid, unnest(${named}::uuid[])
    on conflict do nothing
    returning person_id as id
  `.execute(tx)
  return rows.map(({ id }) => id)
}
