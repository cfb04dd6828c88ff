import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'

interface Acceptance extends Pick<Context, 'workspaceId' | 'personId' | 'now' | 'origin'> {
  readonly invitationId: string
}

/** Notes on the caller's transaction, which holds the invitation, that a new person accepted it. */
export async function acceptInvitation(tx: Tx, acceptance: Acceptance): Promise<void> {
  const { workspaceId, now, personId, invitationId } = acceptance
  await tx
    .insertInto('invitation_acceptances')
    .values({ workspace_id: workspaceId, invitation_id: invitationId, person_id: personId, accepted_at: now })
    .execute()
  await record(tx, acceptance, { type: 'invitation.accepted', subject: { invitationId, personId }, audited: true })
}
