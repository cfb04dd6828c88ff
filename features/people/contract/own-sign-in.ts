import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName } from '#platform/contract/shapes.ts'
import { Passkey } from './passkeys.ts'
import { SecondFactor } from './second-factor.ts'

export const OwnSignIn = z.object({
  /** Where codes are sent. */
  email: z.string().nullable(),
  password: z.boolean(),
  passkeys: z.array(Passkey),
  secondFactor: SecondFactor.nullable(),
  /** Until when this session may change all of it; null when it has to be confirmed first, and for tokens. */
  confirmedUntil: instant.nullable(),
  /** Whether the present password need not be known to change it. */
  withoutCurrent: z.boolean(),
})
export type OwnSignIn = z.output<typeof OwnSignIn>

export const getOwnSignIn = endpoint({
  name: 'getOwnSignIn',
  method: 'GET',
  path: '/me/sign-in',
  summary: 'How you sign in: whether there is a password, your passkeys, your second factor; never a secret.',
  access: 'people:read',
  output: OwnSignIn,
})

/** A fact that is audited, as it is read: who did what to whom, when and from where. */
export const AuditedFact = z.object({
  id: z.string(),
  type: z.string(),
  at: instant,
  by: personName.nullable(),
  person: personName.nullable(),
  /** By what somebody signed in, or tried to. */
  way: z.string().nullable(),
  /** From what to what, where it has two ends. */
  before: z.string().nullable(),
  after: z.string().nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
})
export type AuditedFact = z.output<typeof AuditedFact>

export const listSignInHistory = endpoint({
  name: 'listSignInHistory',
  method: 'GET',
  path: '/me/sign-in/history',
  summary: 'Your sign-ins, those that failed, and what was changed about how you sign in, the newest first.',
  access: 'people:read',
  query: z.strictObject(paging),
  output: page(AuditedFact),
})
