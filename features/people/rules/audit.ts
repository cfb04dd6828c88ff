/** What the audit log is about, and the facts of each kind: a part of their name, as `like` of SQL takes it. */
export const auditPatterns = {
  'sign-in': ['person.signed\\_in', 'sign\\_in.%', 'session.%', 'password.%', 'passkey.%', 'second\\_factor.%', 'recovery\\_code.%'],
  people: ['person.joined', 'person.changed', 'person.address\\_given', 'person.deactivated', 'person.reactivated', 'invitation.%'],
  tokens: ['token.%', 'webhook.%', 'feed.%'],
  spaces: ['space.%', 'member.%'],
  settings: ['workspace.%', 'mail.%', 'push.%'],
  data: ['import.%', 'export.%', 'backup.%'],
} as const

export type AuditKind = keyof typeof auditPatterns

export const auditKinds = Object.keys(auditPatterns) as [AuditKind, ...AuditKind[]]
