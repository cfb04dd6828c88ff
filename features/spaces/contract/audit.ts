import { z } from 'zod'
import { AuditedFact } from '#features/people/contract/own-sign-in.ts'
import { auditKinds } from '#features/people/rules/audit.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { page, paging } from '#platform/contract/shapes.ts'
import { spaceName } from './space.ts'

export const AuditEntry = AuditedFact.extend({
  /** Of what happened in a space that the reader may see. */
  space: spaceName.nullable(),
})
export type AuditEntry = z.output<typeof AuditEntry>

export const listAudit = endpoint({
  name: 'listAudit',
  method: 'GET',
  path: '/admin/audit',
  summary:
    'The audit log, the newest first: sign-ins and those that failed, roles, people, tokens, settings, imports and exports, by whom, when and from where; for owners and admins. What happens in a private space stands there for its members only.',
  access: 'workspace:admin',
  query: z.strictObject({
    ...paging,
    kind: z.enum(auditKinds).optional(),
    /** Who did it, or whom it is about: a handle. */
    person: z.string().min(1).max(64).optional(),
  }),
  output: page(AuditEntry),
  failures: ['workspace.not_administrator', 'person.not_found'],
})
