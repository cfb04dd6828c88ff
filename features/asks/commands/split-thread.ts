// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { lockPosition } from '#platform/events/drain-outbox.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '#features/threads/access.ts'
import { splitThread as splitPlainThread } from '#features/threads/commands/split-thread.ts'
import type { splitThread as endpoint, Thread } from '../contract/threads.ts'
import { getThread } from '../queries/get-thread.ts'

/** Takes posts out of a thread into a new one, and with them the asks that were made in them. */
export async function splitThread(ctx: Context, { number, title, highlights, ...chosen }: InputOf<typeof endpoint>): Promise<Thread> {
  return transact(ctx, async (tx) => {
    await lockPosition(tx, ctx.workspaceId)
    const thread = await lockThread(tx, ctx, number)
    const threadId = await splitPlainThread(tx, ctx, {
      thread,
      title,
      highlights: highlights ?? null,
      choice: chosen.posts ? { posts: chosen.posts } : { from: chosen.from ?? 1 },
      alongside: (moved) => takeAsksAlong(tx, ctx, { ...moved, fromThreadId: thread.id }),
    })
    return getThread({ ...ctx, db: tx }, { number: threadId })
  })
}

/** Held in the order of their ids first, as everybody holds several. */
async function takeAsksAlong(
  tx: Tx,
  { workspaceId }: Context,
  { fromThreadId, threadId, postIds }: { fromThreadId: string; threadId: string; postIds: readonly string[] },
): Promise<void> {
  const inThose = tx
    .selectFrom('asks')
    .where('workspace_id', '=', workspaceId)
    .where('thread_id', '=', fromThreadId)
    .where('post_id', '=', anyOf(postIds))
    .select('id')
    .orderBy('id')
    .forUpdate()
  const asks = await inThose.execute()
  if (asks.length === 0) return
  await tx
    .updateTable('asks')
    .set({ thread_id: threadId })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', anyOf(asks.map(({ id }) => id)))
    .execute()
}
