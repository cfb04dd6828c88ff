import type { Role } from '#platform/context.ts'

/** Whether a role runs the workspace: its people, invitations and settings. */
export function mayAdminister(role: Role): boolean {
  return role === 'owner' || role === 'admin'
}

/** Owners and admins invite anybody; members invite guests to spaces they are members of; guests invite nobody. */
export function mayInvite(inviter: Role, role: Role, toSpaces: boolean): boolean {
  return mayAdminister(inviter) || (inviter === 'member' && role === 'guest' && toSpaces)
}

/** Invitations are ended by whoever made them, owners and admins. */
export function mayWithdrawInvitation(
  actor: { readonly personId: string; readonly role: Role },
  invitation: { readonly invitedBy: string },
): boolean {
  return actor.personId === invitation.invitedBy || mayAdminister(actor.role)
}
