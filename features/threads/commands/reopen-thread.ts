import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '../access.ts'
import type { reopenThread as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import type { ThreadReopened } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { threadView } from '../queries/get-thread.ts'
import { ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { addTurn } from './add-turn.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Opens a concluded thread again, with the reason on record. Its outcome is a draft from then on. */
export async function reopenThread(ctx: Context, { number, reason }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!maySteerThread(ctx, thread)) throw mayNotSteer()
    ensureWritable(thread)
    if (!thread.concluded) throw conflict('thread.open', () => refusalText('isOpen', { number: String(thread.number) }))
    await tx
      .updateTable('threads')
      .set({ concluded: false })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', thread.id)
      .execute()
    await addTurn(tx, ctx, { thread, kind: 'reopened', reason })
    await record(tx, ctx, {
      type: 'thread.reopened',
      placeId: thread.spaceId,
      streamId: thread.id,
      subject: { threadId: thread.id } satisfies ThreadReopened['subject'],
    })
    return threadView({ ...ctx, db: tx }, thread)
  })
}
