import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockOwnInvitation } from '../access.ts'

/** Ends an invitation that was not accepted; somebody else's does not exist for those who do not administer. */
export async function withdrawInvitation(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  const { workspaceId } = ctx
  await transact(ctx, async (tx) => {
    await lockOwnInvitation(tx, ctx, id)
    await tx.deleteFrom('invitation_spaces').where('workspace_id', '=', workspaceId).where('invitation_id', '=', id).execute()
    await tx.deleteFrom('invitations').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
    await record(tx, ctx, { type: 'invitation.withdrawn', subject: { invitationId: id }, audited: true })
  })
  return {}
}
