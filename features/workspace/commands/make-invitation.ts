import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import { secretHash } from '#platform/secrets/secret.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { invitationCode } from '../access.ts'
import { invitationExpiry } from '../rules/invitations.ts'

interface NewInvitation {
  readonly email: string | null
  readonly role: 'admin' | 'member' | 'guest'
  readonly spaceIds: readonly string[]
}

interface Inviter extends Pick<Context, 'workspaceId' | 'personId' | 'now' | 'origin'> {
  readonly serverSecret: string
}

/** Makes an invitation on the caller's transaction; who may is the caller's to ask. Its code is returned and stored as a hash only. */
export async function makeInvitation(
  tx: Tx,
  inviter: Inviter,
  { email, role, spaceIds }: NewInvitation,
): Promise<{ id: string; code: string; expiresAt: Temporal.Instant }> {
  const { workspaceId, personId, now, serverSecret } = inviter
  const id = newId(now)
  const code = invitationCode(serverSecret, id)
  const expiresAt = invitationExpiry(now)
  await tx
    .insertInto('invitations')
    .values({
      workspace_id: workspaceId,
      id,
      code_hash: secretHash(code),
      email,
      role,
      invited_by: personId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  if (spaceIds.length > 0) {
    const rows = spaceIds.map((spaceId) => ({ workspace_id: workspaceId, invitation_id: id, space_id: spaceId }))
    await tx.insertInto('invitation_spaces').values(rows).execute()
  }
  await record(tx, inviter, { type: 'invitation.made', subject: { invitationId: id, byMail: email !== null }, audited: true })
  return { id, code, expiresAt }
}
