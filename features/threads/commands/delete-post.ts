import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockPost, type PostRow } from '../access.ts'
import type { PlacedPost } from '../contract/posts.ts'
import type { PostDeleted } from '../events.ts'
import { mayDeletePost } from '../policy.ts'
import { getPost } from '../queries/get-post.ts'
import { postNotYours } from '../rules/posts.ts'
import { countWords } from '../rules/words.ts'
import { replaceFiles } from './replace-files.ts'

/**
 * Takes away what a post says and ever said, its files, and how others reacted; who wrote when, and who deleted it, stays. Also in an archived
 * space.
 */
export async function deletePost(ctx: Context, { id }: { id: string }): Promise<PlacedPost> {
  return transact(ctx, async (tx) => {
    const { post, thread } = await lockPost(tx, ctx, id)
    if (!mayDeletePost(ctx, post)) throw postNotYours()
    if (!post.deleted) {
      await replaceFiles(tx, ctx, { postId: id, files: [] })
      await takeText(tx, ctx, { post, threadId: thread.id })
      await record(tx, ctx, {
        type: 'post.deleted',
        placeId: thread.spaceId,
        streamId: thread.id,
        subject: { threadId: thread.id, postId: id } satisfies PostDeleted['subject'],
      })
    }
    return getPost({ ...ctx, db: tx }, { id })
  })
}

async function takeText(
  tx: Tx,
  { workspaceId, personId, now }: Context,
  { post, threadId }: { post: PostRow; threadId: string },
): Promise<void> {
  await sql`
    with said as (
      delete from post_revisions where workspace_id = ${workspaceId} and post_id = ${post.id}
    ), named as (
      delete from mentions where workspace_id = ${workspaceId} and post_id = ${post.id}
    ), reacted as (
      delete from post_reactions where workspace_id = ${workspaceId} and post_id = ${post.id}
    ), removed as (
      insert into post_deletions (workspace_id, post_id, deleted_by, deleted_at) values (${workspaceId}, ${post.id}, ${personId}, ${now})
    ), counted as (
      update threads set word_count = greatest(0, word_count - ${countWords(post.body)}) where workspace_id = ${workspaceId} and id = ${threadId}
    )
    update posts set body = '', deleted = true, version = version + 1 where workspace_id = ${workspaceId} and id = ${post.id}
  `.execute(tx)
}
