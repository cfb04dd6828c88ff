import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { countAttempt } from '#platform/limits/attempts.ts'
import type { Database } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockOwnInvitation } from '../access.ts'
import { invitationExpiry, mailLimits } from '../rules/invitations.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Has the mail of an invitation sent once more, for two weeks from now. `counts`: outside any transaction, for what counts even when it is refused. */
export async function resendInvitation(ctx: Context, { id }: { id: string }, counts: Database): Promise<{ expiresAt: string }> {
  const expiresAt = invitationExpiry(ctx.now)
  await transact(ctx, async (tx) => {
    const { email } = await lockOwnInvitation(tx, ctx, id)
    if (email === null) throw conflict('invitation.no_address', () => refusalText('invitationNoAddress'))
    await countAttempt({ db: counts, workspaceId: ctx.workspaceId, now: ctx.now }, mailLimits(ctx.personId, email))
    await tx
      .updateTable('invitations')
      .set({ expires_at: expiresAt })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute()
    await record(tx, ctx, { type: 'invitation.resent', subject: { invitationId: id }, audited: true })
  })
  return { expiresAt: expiresAt.toString() }
}
