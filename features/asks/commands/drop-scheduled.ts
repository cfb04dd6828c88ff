// oxlint-disable house/commands-record -- what has not left concerns nobody
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockScheduled } from '../access/scheduled.ts'

/** Takes back what has not left yet. Throws `scheduled.sent` when it has. */
export async function dropScheduled(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  return transact(ctx, async (tx) => {
    await lockScheduled(tx, ctx, id)
    await tx.deleteFrom('scheduled').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute()
    return { id }
  })
}
