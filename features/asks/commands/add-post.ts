// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '#features/threads/access.ts'
import { addPost as addPlainPost } from '#features/threads/commands/add-post.ts'
import { ensureOpen } from '#features/threads/rules/threads.ts'
import type { addPost as endpoint, Post } from '../contract/threads.ts'
import { postView } from '../queries/get-post.ts'
import { addAsks } from './add-asks.ts'

/** Posts in a thread, with asks: all of it, or nothing. What is concluded takes posts, but no asks. */
export async function addPost(ctx: Context, { number, body, fyi, files, asks }: Omit<InputOf<typeof endpoint>, 'sendAt'>): Promise<Post> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (asks.length > 0) ensureOpen(thread)
    const { postId, seq } = await addPlainPost(tx, ctx, { thread, body, fyi, files })
    await addAsks(tx, ctx, { thread, postId, seq, asks })
    return postView({ ...ctx, db: tx }, { id: postId, threadId: thread.id, writable: true, hasAsks: asks.length > 0 })
  })
}
