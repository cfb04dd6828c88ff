import { z } from 'zod'
import { WorkspaceSettings } from '#features/workspace/contract/settings.ts'
import { personFields } from '#features/people/contract/person-fields.ts'
import { spaceParams } from '#features/spaces/contract/space.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { line, page, paging } from '#platform/contract/shapes.ts'
import { languages } from '#platform/text/languages.ts'
import { Person } from './person.ts'
import { timeZone } from './setup.ts'

const params = z.object({ handle: z.string().min(1).max(64) })
const until = z.iso.datetime({ offset: true, error: 'Write an instant such as 2026-11-23T09:00:00Z, or null' }).nullable()
const weekday = 'Write a day from 1 for Monday to 7 for Sunday, or null'
const role = z.enum(['owner', 'admin', 'member', 'guest'], 'Write owner, admin, member or guest')

export const Me = z.object({
  person: Person,
  workspace: WorkspaceSettings,
  may: z.object({ administer: z.boolean(), invite: z.boolean(), inviteGuests: z.boolean(), makeSpaces: z.boolean() }),
})
export type Me = z.output<typeof Me>

export const getMe = endpoint({
  name: 'getMe',
  method: 'GET',
  path: '/me',
  summary: 'Who you are here, and what you may do in the workspace.',
  access: 'people:read',
  output: Me,
})

export const listPeople = endpoint({
  name: 'listPeople',
  method: 'GET',
  path: '/people',
  summary:
    'The people you may see, by handle: everybody; for a guest, who is a member of a space with them. `q` is the beginning of a handle or of a word of a name; `space` leaves its members.',
  access: 'people:read',
  query: z.strictObject({
    ...paging,
    q: z.string().trim().max(100).optional(),
    active: z.enum(['true', 'false']).optional(),
    space: spaceParams.shape.slug.optional(),
  }),
  output: page(Person),
  failures: ['space.not_found'],
})

export const getPerson = endpoint({
  name: 'getPerson',
  method: 'GET',
  path: '/people/:handle',
  summary: 'One person, by handle or id; `me` is you.',
  access: 'people:read',
  params,
  output: Person,
  failures: ['person.not_found'],
})

export const addPerson = endpoint({
  name: 'addPerson',
  method: 'POST',
  path: '/people',
  summary: 'Adds a person who has no sign-in yet; for owners and admins. An invitation is the way for somebody to join by themselves.',
  access: 'people:admin',
  body: z.strictObject({
    handle: personFields.handle,
    name: personFields.name,
    email: personFields.email.optional(),
    timeZone,
    role: z.enum(['admin', 'member', 'guest'], 'Write admin, member or guest').default('member'),
  }),
  output: Person,
  status: 201,
  failures: ['person.addition_not_allowed', 'name.taken', 'person.email_taken'],
})

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'PATCH',
  path: '/people/:handle',
  summary:
    'Changes your own profile. Owners and admins change roles and deactivate (`active: false`), which ends sessions and tokens and keeps what was written; a token needs people:admin for these two.',
  access: 'people:write',
  params,
  body: z.strictObject({
    name: line(100).optional(),
    capacity: z.enum(['open', 'busy', 'full'], 'Write open, busy or full').optional(),
    capacityUntil: until.optional(),
    status: z.string().trim().max(200, 'Use at most 200 characters').optional(),
    statusUntil: until.optional(),
    readme: z.string().trim().max(10_000, 'Use at most 10000 characters').optional(),
    digestMail: z.boolean().optional(),
    language: z
      .enum(languages, `Write ${languages.join(', ')}, or null`)
      .nullable()
      .optional(),
    clock: z.literal([12, 24], 'Write 12 or 24, or null').nullable().optional(),
    weekStart: z.int().min(1, weekday).max(7, weekday).nullable().optional(),
    role: role.optional(),
    active: z.boolean().optional(),
  }),
  output: Person,
  failures: [
    'person.not_found',
    'person.not_you',
    'person.role_not_allowed',
    'person.deactivation_not_allowed',
    'person.self',
    'person.last_owner',
    'token.too_narrow',
  ],
})
