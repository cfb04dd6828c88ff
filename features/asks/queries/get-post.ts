import type { Context } from '#platform/context.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import { requirePost, requireThread } from '#features/threads/access.ts'
import { postRows, toPosts } from '#features/threads/queries/post-views.ts'
import type { Post } from '../contract/threads.ts'
import { askViewsOnce } from './ask-views.ts'
import { withAsks } from './get-thread.ts'

/** One post the reader may see, with its asks, or 404. */
export async function getPost(ctx: Context, { id }: { id: string }): Promise<Post> {
  const { threadId } = await requirePost(ctx.db, ctx, id)
  const thread = await requireThread(ctx.db, ctx, threadId)
  return postView(ctx, { id, threadId, writable: !thread.archived, hasAsks: true })
}

interface Known {
  readonly id: string
  readonly threadId: string
  /** Its space is not archived. */
  readonly writable: boolean
  readonly hasAsks: boolean
}

const postBy = statementOnce(({ workspaceId, personId, id }: Pick<Context, 'workspaceId' | 'personId'> & { id: string }, db) =>
  postRows({ db, workspaceId, personId }).where('posts.id', '=', id),
)

const asksOfPost = askViewsOnce((seen, { id, threadId }: { id: string; threadId: string }) =>
  seen.where('asks.thread_id', '=', threadId).where('asks.post_id', '=', id),
)

/** A post that the reader is known to see: two statements, one more when it refers to anything. */
export async function postView(ctx: Context, { id, threadId, writable, hasAsks }: Known): Promise<Post> {
  const { db, workspaceId, personId } = ctx
  const rows = await postBy(db, { workspaceId, personId, id })
  // Asks are found by thread.
  const asks = hasAsks ? await asksOfPost(ctx, { id, threadId }) : []
  const [post] = withAsks(await toPosts(ctx, rows, writable), asks)
  if (!post) throw new Error('a post that was just found is gone')
  return post
}
