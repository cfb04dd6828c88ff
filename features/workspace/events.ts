/** Facts about invitations and settings. Addresses and codes are never part of a fact. */
interface InvitationFact<Type extends string, More = unknown> {
  readonly type: Type
  readonly subject: { readonly invitationId: string } & More
}

/** `byMail`: an address was given, so it is sent there where mail is set up. */
export type InvitationMade = InvitationFact<'invitation.made', { readonly byMail: boolean }>
/** Its mail is sent once more, and it holds for two weeks from then. */
export type InvitationResent = InvitationFact<'invitation.resent'>
export type InvitationAccepted = InvitationFact<'invitation.accepted', { readonly personId: string }>
export type InvitationWithdrawn = InvitationFact<'invitation.withdrawn'>

interface SettingsFact<Type extends string, Subject> {
  readonly type: Type
  readonly subject: Subject
}

export type WorkspaceRenamed = SettingsFact<'workspace.renamed', Record<never, never>>
/** After how many exchanges a thread says so: what it was, and is. */
export type WorkspaceChanged = SettingsFact<'workspace.changed', { readonly before: number; readonly after: number }>

export type WorkspaceEvent =
  | InvitationMade
  | InvitationResent
  | InvitationAccepted
  | InvitationWithdrawn
  | WorkspaceRenamed
  | WorkspaceChanged
