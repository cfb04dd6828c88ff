import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import { firstPostFrom } from '#features/threads/queries/first-post-from.ts'
import { getThread as threadHead } from '#features/threads/queries/get-thread.ts'
import { postViews } from '#features/threads/queries/post-views.ts'
import type { listPosts as endpoint, PostPiece } from '../contract/threads.ts'
import { askViews } from './ask-views.ts'
import { withAsks } from './get-thread.ts'

/** A piece of a thread's posts, each with its asks. As many statements as for the whole thread, and one to find an instant in it. */
export async function listPosts(ctx: Context, { number, at, ...wanted }: InputOf<typeof endpoint>): Promise<PostPiece> {
  const head = await threadHead(ctx, number)
  const first = at === undefined ? null : await firstPostFrom(ctx, { threadId: head.id, at })
  if (at !== undefined && first === null) return { items: [], next: null }
  const { items, next } = await postViews(ctx, head, first === null ? wanted : { ...wanted, after: first - 1 })
  if (items.length === 0) return { items: [], next }
  const asks = await askViews(ctx, (seen) =>
    seen.where('asks.thread_id', '=', head.id).where('asks.post_id', '=', anyOf(items.map(({ id }) => id))),
  )
  return { items: withAsks(items, asks), next }
}
