import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '../access.ts'
import type { pivotThread as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import type { ThreadPivoted } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { threadView } from '../queries/get-thread.ts'
import { ensureOpen, ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { addTurn } from './add-turn.ts'

/** Takes a thread elsewhere for a while: a call, a recording, or two threads. From then on its outcome is owed, and the back and forth begins anew. */
export async function pivotThread(ctx: Context, { number, to }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!maySteerThread(ctx, thread)) throw mayNotSteer()
    ensureWritable(thread)
    ensureOpen(thread)
    await tx
      .updateTable('threads')
      .set({ outcome_owed: true, turns: 0, turn_of: null, turn_before: null })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', thread.id)
      .execute()
    await addTurn(tx, ctx, { thread, kind: 'pivoted', pivotTo: to })
    await record(tx, ctx, {
      type: 'thread.pivoted',
      placeId: thread.spaceId,
      streamId: thread.id,
      subject: { threadId: thread.id, to } satisfies ThreadPivoted['subject'],
    })
    return threadView({ ...ctx, db: tx }, thread)
  })
}
