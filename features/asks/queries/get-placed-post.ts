import type { Context } from '#platform/context.ts'
import type { PlacedPost as PostAlone } from '#features/threads/contract/posts.ts'
import { getPost } from '#features/threads/queries/get-post.ts'
import type { PlacedPost } from '../contract/posts.ts'
import { askViews } from './ask-views.ts'

/** One post the reader may see, with its asks, or 404. */
export async function getPlacedPost(ctx: Context, input: { readonly id: string }): Promise<PlacedPost> {
  return withItsAsks(ctx, await getPost(ctx, input))
}

/** A post that was just read or changed, with its asks: one statement. */
export async function withItsAsks(ctx: Context, post: PostAlone): Promise<PlacedPost> {
  const asks = await askViews(ctx, (seen) =>
    seen.where('asks.post_id', '=', post.id).where('asks.number', '=', post.number).orderBy('asks.id'),
  )
  return { ...post, asks }
}
