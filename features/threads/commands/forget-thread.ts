// oxlint-disable house/commands-record -- what somebody keeps for later is nobody else's to know
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireThread } from '../access.ts'

/** Keeps a thread no longer. */
export async function forgetThread(ctx: Context, { number }: { number: string }): Promise<{ saved: boolean }> {
  return transact(ctx, async (tx) => {
    const { id } = await requireThread(tx, ctx, number)
    await tx
      .deleteFrom('saved_threads')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('person_id', '=', ctx.personId)
      .where('thread_id', '=', id)
      .execute()
    return { saved: false }
  })
}
