// oxlint-disable house/commands-record -- what somebody keeps for later is nobody else's to know
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'

/** Keeps a post no longer, also one that the actor may not see any more. */
export async function forgetPost(ctx: Context, { id }: { id: string }): Promise<{ saved: boolean }> {
  return transact(ctx, async (tx) => {
    await tx
      .deleteFrom('saved_posts')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('person_id', '=', ctx.personId)
      .where('post_id', '=', id)
      .execute()
    return { saved: false }
  })
}
