import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '../access.ts'
import type { keepHighlights as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import type { HighlightsKept } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { threadView } from '../queries/get-thread.ts'
import { keptText } from '../queries/kept-text.ts'
import { ensureSameText, standing } from '../rules/kept-text.ts'
import { ensureWritable, mayNotSteer } from '../rules/threads.ts'

/** Keeps the short summary at the top of a thread; an empty one takes it away. Throws 412 when another stands than it was written against. */
export async function keepHighlights(ctx: Context, { number, body }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!maySteerThread(ctx, thread)) throw mayNotSteer()
    ensureWritable(thread)
    ensureSameText(ctx.ifMatch, standing('highlights', await keptText(tx, ctx, { of: 'thread_highlights', threadId: thread.id })))
    await (body === '' ? forget(tx, ctx, thread.id) : keep(tx, ctx, { threadId: thread.id, body }))
    await record(tx, ctx, {
      type: 'highlights.kept',
      placeId: thread.spaceId,
      streamId: thread.id,
      subject: { threadId: thread.id } satisfies HighlightsKept['subject'],
    })
    return threadView({ ...ctx, db: tx }, thread)
  })
}

async function keep(
  tx: Tx,
  { workspaceId, personId, now }: Context,
  { threadId, body }: { threadId: string; body: string },
): Promise<void> {
  const words = { body, written_by: personId, written_at: now }
  await tx
    .insertInto('thread_highlights')
    .values({ workspace_id: workspaceId, thread_id: threadId, ...words })
    .onConflict((kept) => kept.columns(['workspace_id', 'thread_id']).doUpdateSet(words))
    .execute()
}

async function forget(tx: Tx, { workspaceId }: Context, threadId: string): Promise<void> {
  await tx.deleteFrom('thread_highlights').where('workspace_id', '=', workspaceId).where('thread_id', '=', threadId).execute()
}
