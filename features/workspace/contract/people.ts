import { z } from 'zod'
import { personFields } from '#features/people/contract/person-fields.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging } from '#platform/contract/shapes.ts'

const role = z.enum(['owner', 'admin', 'member', 'guest'])

/** A person as those who administer see them. */
export const AdministeredPerson = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  /** Where an import says they were reached. Nobody signs in by it until it is given to them. */
  emailElsewhere: z.string().nullable(),
  role,
  active: z.boolean(),
  at: instant,
  /** When they last used a session; null when they have none. */
  seenAt: instant.nullable(),
  /** By what they sign in. Who has none of it, such as somebody an import brought along, cannot yet. */
  signIn: z.object({ password: z.boolean(), passkeys: z.number(), secondFactor: z.boolean(), code: z.boolean() }),
  may: z.object({
    changeRole: z.boolean(),
    deactivate: z.boolean(),
    reactivate: z.boolean(),
    resetSecondFactor: z.boolean(),
    giveAddress: z.boolean(),
  }),
})
export type AdministeredPerson = z.output<typeof AdministeredPerson>

export const peopleStates = ['active', 'deactivated', 'without sign-in'] as const

export const listAdministeredPeople = endpoint({
  name: 'listAdministeredPeople',
  method: 'GET',
  path: '/admin/people',
  summary:
    'Everybody of the workspace by handle, with how they sign in; for owners and admins. `q` is the beginning of a handle, of a word of a name or of an address.',
  access: 'people:admin',
  query: z.strictObject({
    ...paging,
    q: z.string().trim().max(100).optional(),
    role: role.optional(),
    state: z.enum(peopleStates).optional(),
  }),
  output: page(AdministeredPerson),
  failures: ['workspace.not_administrator'],
})

export const giveAddress = endpoint({
  name: 'giveAddress',
  method: 'PUT',
  path: '/admin/people/:handle/address',
  summary:
    'Gives an address to somebody who cannot sign in yet, such as one an import brought along: they sign in by a code that is sent there.',
  access: 'session',
  params: z.object({ handle: z.string().min(1).max(64) }),
  body: z.strictObject({ email: personFields.email }),
  output: AdministeredPerson,
  failures: ['workspace.not_administrator', 'session.not_recent', 'person.not_found', 'person.email_taken', 'person.signs_in'],
})
