import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockThread } from '../access.ts'
import type { draftOutcome as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import type { OutcomeDrafted } from '../events.ts'
import { maySteerThread } from '../policy.ts'
import { threadView } from '../queries/get-thread.ts'
import { keptText } from '../queries/kept-text.ts'
import { ensureSameText, standing } from '../rules/kept-text.ts'
import { ensureOpen, ensureWritable, mayNotSteer } from '../rules/threads.ts'
import { writeOutcome } from './write-outcome.ts'

/** Keeps a draft of what the thread concludes. An outcome that was owed is paid by it: it stands there, in writing. */
export async function draftOutcome(ctx: Context, { number, body }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await lockThread(tx, ctx, number)
    if (!maySteerThread(ctx, thread)) throw mayNotSteer()
    ensureWritable(thread)
    ensureOpen(thread)
    ensureSameText(ctx.ifMatch, standing('outcome', await keptText(tx, ctx, { of: 'thread_outcomes', threadId: thread.id })))
    await writeOutcome(tx, ctx, { threadId: thread.id, body, concluded: false })
    await record(tx, ctx, {
      type: 'outcome.drafted',
      placeId: thread.spaceId,
      streamId: thread.id,
      subject: { threadId: thread.id } satisfies OutcomeDrafted['subject'],
    })
    return threadView({ ...ctx, db: tx }, thread)
  })
}
