import type { Database } from '#platform/sql/database.ts'
import { invitationCode, requireInvitation } from '#features/workspace/access.ts'
import { getWorkspace } from '#features/workspace/queries/get-workspace.ts'
import { Failure } from '#platform/contract/failure.ts'
import type { InvitationMail } from '../mail/invitation.ts'

interface At {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

interface Writing {
  readonly invitationId: string
  readonly url: string
  readonly secret: string
}

/** What the mail of an invitation says, as it stands; null when it was accepted, withdrawn or has expired meanwhile. */
export async function invitationMail({ db, workspaceId, now }: At, { invitationId, url, secret }: Writing): Promise<InvitationMail | null> {
  const code = invitationCode(secret, invitationId)
  const invitation = await requireInvitation(db, { workspaceId, code, now }).catch((error: unknown) => {
    if (error instanceof Failure) return null
    throw error
  })
  if (!invitation) return null
  const workspace = await getWorkspace(db, workspaceId)
  return {
    workspace: workspace?.name ?? '',
    inviter: invitation.invitedBy.name,
    address: `${url}/invitations/${code}`,
    expiresAt: invitation.expiresAt.epochMilliseconds,
    now: now.epochMilliseconds,
  }
}
