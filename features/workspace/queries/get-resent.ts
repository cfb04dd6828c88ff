import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { mayWithdrawInvitation } from '../policy.ts'

/** Until when an invitation holds that was sent again, for who made it or administers. */
export async function getResent(ctx: Context, { id }: { id: string }): Promise<{ expiresAt: string }> {
  const invitation = await ctx.db
    .selectFrom('invitations')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .select(['expires_at as expiresAt', 'invited_by as invitedBy'])
    .executeTakeFirst()
  if (!invitation || !mayWithdrawInvitation(ctx, invitation)) throw notFound('invitation')
  return { expiresAt: invitation.expiresAt.toString() }
}
