// oxlint-disable house/commands-record -- what somebody has read is nobody else's to know
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireThread } from '../access.ts'
import type { markRead as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import { threadView } from '../queries/get-thread.ts'

/**
 * Marks a thread as read up to a post. What arrives late from another device says less than what is known, so the mark goes back only where
 * that is what was wanted.
 */
export async function markRead(ctx: Context, { number, seq, back }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await requireThread(tx, ctx, number)
    await sql`
      insert into read_marks (workspace_id, person_id, thread_id, seq, read_at)
      values (${ctx.workspaceId}, ${ctx.personId}, ${thread.id}, ${Math.min(seq, thread.lastSeq)}, ${ctx.now})
      on conflict (workspace_id, person_id, thread_id) do update set seq = excluded.seq, read_at = excluded.read_at where read_marks.seq < excluded.seq or ${back}
    `.execute(tx)
    return threadView({ ...ctx, db: tx }, thread)
  })
}
