import { z } from 'zod'
import { WorkspaceSettings } from '#features/workspace/contract/settings.ts'
import { personFields } from '#features/people/contract/person-fields.ts'
import { areKeys, keyActs } from '#features/people/rules/keys.ts'
import { spaceParams } from '#features/spaces/contract/space.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instantIn, page, paging, title } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { languages } from '#platform/text/languages.ts'
import { refusalText } from '../rules/refusal-texts.ts'
import { Person } from './person.ts'
import { timeZone } from './setup.ts'
import { weekday } from './weekday.ts'

const params = z.object({ handle: z.string().min(1).max(64) })
const until = instantIn.nullable()
const role = z.enum(['owner', 'admin', 'member', 'guest'])
const keys = z.string().refine(
  areKeys,
  words(() => refusalText('keysOfAct', { one: 'y', two: 'g w' })),
)

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
    role: z.enum(['admin', 'member', 'guest']).default('member'),
  }),
  output: Person,
  status: 201,
  failures: ['person.addition_not_allowed', 'name.taken', 'person.email_taken', 'person.not_found'],
})

export const changePerson = endpoint({
  name: 'changePerson',
  method: 'PATCH',
  path: '/people/:handle',
  summary:
    'Changes your own profile. Owners and admins change roles and deactivate (`active: false`), which ends sessions and tokens and keeps what was written; a token needs people:admin for these two. `If-Match` takes the `ETag` you saw: another README is not replaced unseen.',
  access: 'people:write',
  params,
  body: z.strictObject({
    name: title(100).optional(),
    capacity: z.enum(['open', 'busy', 'full']).optional(),
    capacityUntil: until.optional(),
    status: z.string().trim().max(200).optional(),
    statusUntil: until.optional(),
    readme: z.string().trim().max(10_000).optional(),
    digestMail: z.boolean().optional(),
    language: z.enum(languages).nullable().optional(),
    clock: z.literal([12, 24]).nullable().optional(),
    weekStart: weekday.nullable().optional(),
    keys: z
      .strictObject({
        map: z.strictObject(Object.fromEntries(keyActs.map((act) => [act, keys.optional()]))),
        single: z.boolean(),
      })
      .optional(),
    role: role.optional(),
    active: z.boolean().optional(),
  }),
  output: Person,
  failures: [
    'person.not_found',
    'person.not_you',
    'person.text_changed',
    'person.role_not_allowed',
    'person.deactivation_not_allowed',
    'person.self',
    'person.last_owner',
    'token.too_narrow',
  ],
})
