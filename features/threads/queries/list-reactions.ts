import type { Context } from '#platform/context.ts'
import type { Reaction } from '../contract/post.ts'
import { getPost } from './get-post.ts'

/** How people reacted to a post that the reader may see, or 404. */
export async function listReactions(ctx: Context, { id }: { readonly id: string }): Promise<{ reactions: Reaction[] }> {
  const { reactions } = await getPost(ctx, { id })
  return { reactions }
}
