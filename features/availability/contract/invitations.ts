import { z } from 'zod'
import { personFields } from '#features/people/contract/person-fields.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, name, page, paging, personName, uuid } from '#platform/contract/shapes.ts'
import { Person } from './person.ts'
import { timeZone } from './setup.ts'

const role = z.enum(['admin', 'member', 'guest'])
const spaceName = z.object({ slug: z.string(), name: z.string() })

const Invitation = z.object({
  id: z.string(),
  email: z.string().nullable(),
  role,
  /** Those of its spaces that the reader may see. */
  spaces: z.array(spaceName),
  invitedBy: personName,
  at: instant,
  expiresAt: instant,
})
export type Invitation = z.infer<typeof Invitation>

export const makeInvitation = endpoint({
  name: 'makeInvitation',
  method: 'POST',
  path: '/invitations',
  summary:
    'Invites somebody by link, and by mail where an address is given and mail is set up. Owners and admins invite anybody, members invite guests to spaces they are members of. A token invites anybody but guests with the scope `people:admin` only. The code is shown once.',
  access: 'people:write',
  body: z.strictObject({
    email: personFields.email.optional(),
    role: role.default('member'),
    spaces: z.array(name).max(50).default([]),
  }),
  output: Invitation.extend({ code: z.string(), url: z.string() }),
  status: 201,
  failures: ['invitation.not_allowed', 'space.not_found', 'space.not_member', 'space.archived', 'request.too_many'],
})

export const listInvitations = endpoint({
  name: 'listInvitations',
  method: 'GET',
  path: '/invitations',
  summary: "Invitations that wait to be accepted: all of them for owners and admins, one's own for others.",
  access: 'people:read',
  query: z.strictObject(paging),
  output: page(Invitation),
})

export const resendInvitation = endpoint({
  name: 'resendInvitation',
  method: 'POST',
  path: '/invitations/:id/resend',
  summary: 'Sends the mail of an invitation once more, where it names an address and mail is set up. It holds for two weeks from now.',
  access: 'people:write',
  params: z.object({ id: uuid }),
  output: z.object({ expiresAt: instant }),
  failures: ['invitation.not_found', 'invitation.already_accepted', 'invitation.no_address', 'request.too_many'],
})

export const withdrawInvitation = endpoint({
  name: 'withdrawInvitation',
  method: 'DELETE',
  path: '/invitations/:id',
  summary: 'Ends an invitation that was not accepted yet.',
  access: 'people:write',
  params: z.object({ id: uuid }),
  output: z.object({}),
  failures: ['invitation.not_found', 'invitation.already_accepted'],
})

const code = z.object({ code: z.string().max(200) })

export const getInvitation = endpoint({
  name: 'getInvitation',
  method: 'GET',
  path: '/invitations/:code',
  summary: 'What an invitation is to, for whoever holds its link.',
  access: 'open',
  params: code,
  output: z.object({
    workspace: z.object({ name: z.string() }),
    email: z.string().nullable(),
    role,
    spaces: z.array(spaceName),
    invitedBy: personName,
    expiresAt: instant,
  }),
  failures: ['invitation.not_found', 'invitation.already_accepted', 'invitation.expired'],
})

export const acceptInvitation = endpoint({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/:code',
  summary:
    'Joins the workspace. The address may be left out where the invitation names one. A browser is signed in; the token is for other clients.',
  access: 'open',
  params: code,
  body: z.strictObject({ ...personFields, email: personFields.email.optional(), timeZone, token: z.boolean().default(true) }),
  output: z.object({ person: Person, token: z.string().nullable() }),
  status: 201,
  failures: ['invitation.not_found', 'invitation.already_accepted', 'invitation.expired', 'name.taken', 'person.email_taken'],
})
