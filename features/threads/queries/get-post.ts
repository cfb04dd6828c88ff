import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { PlacedPost } from '../contract/posts.ts'
import { postRows, toPosts } from './post-views.ts'

/** One post in its thread, or 404: one statement, and one more when it refers to anything. */
export async function getPost(ctx: Context, { id }: { readonly id: string }): Promise<PlacedPost> {
  const row = await postRows(ctx)
    .innerJoin('threads', (join) =>
      join.onRef('threads.workspace_id', '=', 'posts.workspace_id').onRef('threads.id', '=', 'posts.thread_id'),
    )
    .leftJoin('space_archives', (join) =>
      join.onRef('space_archives.workspace_id', '=', 'threads.workspace_id').onRef('space_archives.space_id', '=', 'threads.space_id'),
    )
    .where('posts.id', '=', id)
    .where('threads.space_id', 'in', visibleSpaces(ctx))
    .select(['threads.number', 'space_archives.space_id as archivedSpace'])
    .executeTakeFirst()
  if (!row) throw notFound('post')
  const [post] = await toPosts(ctx, [row], row.archivedSpace === null)
  if (!post) throw notFound('post')
  return { ...post, number: row.number }
}
