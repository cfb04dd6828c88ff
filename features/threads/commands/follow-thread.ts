// oxlint-disable house/commands-record -- how somebody follows is their own affair, and no fact for others
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireThread } from '../access.ts'
import type { followThread as contract } from '../contract/threads.ts'
import type { ThreadHead } from '../contract/thread.ts'
import { threadView } from '../queries/get-thread.ts'

/** Chooses how much of a thread reaches the actor; this beats the level of its space. */
export async function followThread(ctx: Context, { number, level }: InputOf<typeof contract>): Promise<ThreadHead> {
  return transact(ctx, async (tx) => {
    const thread = await requireThread(tx, ctx, number)
    const chosen = { level, set_at: ctx.now }
    await tx
      .insertInto('thread_follows')
      .values({ workspace_id: ctx.workspaceId, person_id: ctx.personId, thread_id: thread.id, ...chosen })
      .onConflict((known) => known.columns(['workspace_id', 'person_id', 'thread_id']).doUpdateSet(chosen))
      .execute()
    return threadView({ ...ctx, db: tx }, thread)
  })
}
