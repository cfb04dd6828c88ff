import type { WorkspaceEvent } from './events.ts'

/** What is recorded of invitations concerns nobody's inbox; why, fact by fact. */
export const noticesOfWorkspace = {
  'invitation.made': 'Who is invited is no person here yet; the mail to them is an answer to the inviter’s own act.',
  'invitation.resent': 'As an invitation that is made.',
  'invitation.accepted': 'The newcomer is met where they write.',
  'workspace.renamed': 'The name stands at the top of every page.',
  'workspace.changed': 'It shows where it matters, and stands in the audit log.',
  'invitation.withdrawn': 'Whoever holds the link is told when they open it.',
} satisfies Readonly<Record<WorkspaceEvent['type'], string>>
