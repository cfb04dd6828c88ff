import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, name, page, paging, personName, title } from '#platform/contract/shapes.ts'
import { words } from '#platform/contract/words.ts'
import { handleOrMe } from '#features/people/contract/person-fields.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export const followLevel = z.enum(['digest', 'named', 'quiet'])
export type FollowLevel = z.output<typeof followLevel>

/** A space as it stands beside what is in it. */
export const spaceName = z.object({ slug: z.string(), name: z.string() })

/** Whoever can be asked: a person, or by a slug a space or a rotation. */
export const receiverName = z.union([personName, spaceName])
export type ReceiverName = z.output<typeof receiverName>

export const Space = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  visibility: z.enum(['open', 'private']),
  /** A hidden space of few people. */
  direct: z.boolean(),
  /** Working days within which an answer may be expected where nothing else is said. */
  respondWithin: z.number(),
  /** The rotation on call for it, by slug; null: the workspace's, if there is one. */
  rotation: z.string().nullable(),
  /** The level chosen here, else what holds until one is chosen. */
  follow: followLevel,
  /** Whether the reader is a member. */
  member: z.boolean(),
  memberCount: z.number(),
  archived: z.boolean(),
  at: instant,
  may: z.object({
    post: z.boolean(),
    join: z.boolean(),
    leave: z.boolean(),
    change: z.boolean(),
    archive: z.boolean(),
    addMembers: z.boolean(),
    removeMembers: z.boolean(),
  }),
})
export type Space = z.output<typeof Space>

/** How a path names a space: by its slug, or by its id. */
export const spaceParams = z.object({ slug: z.string().regex(/^[a-z0-9~][a-z0-9._-]{0,63}$/) })
const params = spaceParams
const memberParams = spaceParams.extend({ handle: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/) })
/** What a space or a rotation is to be called by: no id, for it is found by both. */
export const slug = name.refine(
  (slug) => !z.uuid().safeParse(slug).success,
  words(() => refusalText('looksLikeId')),
)
const purpose = z.string().trim().max(2_000)
const visibility = z.enum(['open', 'private'])
const respondWithin = z.int().min(0).max(250)

export const listSpaces = endpoint({
  name: 'listSpaces',
  method: 'GET',
  path: '/spaces',
  summary:
    'The spaces you may see, by slug. Direct ones are not listed, archived ones only with `archived=true`; `member` leaves those that somebody, or `me`, is a member of.',
  access: 'spaces:read',
  query: z.strictObject({
    archived: z.enum(['true', 'false']).default('false'),
    member: handleOrMe.optional(),
    ...paging,
  }),
  output: page(Space),
  failures: ['person.not_found'],
})

export const makeSpace = endpoint({
  name: 'makeSpace',
  method: 'POST',
  path: '/spaces',
  summary: 'Makes a space. You are its first member.',
  access: 'spaces:write',
  body: z.strictObject({
    slug,
    name: title(100),
    purpose: purpose.default(''),
    visibility: visibility.default('open'),
    respondWithin: respondWithin.default(1),
  }),
  output: Space,
  status: 201,
  failures: ['space.not_for_guests', 'name.taken', 'space.not_found'],
})

export const getSpace = endpoint({
  name: 'getSpace',
  method: 'GET',
  path: '/spaces/:slug',
  summary: 'One space, by slug or id.',
  access: 'spaces:read',
  params,
  output: Space,
  failures: ['space.not_found'],
})

export const changeSpace = endpoint({
  name: 'changeSpace',
  method: 'PATCH',
  path: '/spaces/:slug',
  summary:
    'Changes what a space says of itself, who may read it, or archives it and brings it back. `If-Match` takes the `ETag` you saw: another name or purpose is not replaced unseen.',
  access: 'spaces:write',
  params,
  body: z.strictObject({
    name: title(100).optional(),
    purpose: purpose.optional(),
    visibility: visibility.optional(),
    respondWithin: respondWithin.optional(),
    rotation: name.nullable().optional(),
    archived: z.boolean().optional(),
  }),
  output: Space,
  failures: [
    'space.not_found',
    'rotation.not_found',
    'space.text_changed',
    'space.not_yours',
    'space.direct',
    'space.archived',
    'space.private_without_you',
  ],
})

export const followSpace = endpoint({
  name: 'followSpace',
  method: 'PUT',
  path: '/spaces/:slug/follow',
  summary: 'How much of it reaches you: each post in your digest, only what names you, or nothing.',
  access: 'spaces:write',
  params,
  body: z.strictObject({ level: followLevel }),
  output: Space,
  failures: ['space.not_found'],
})

export const Member = z.object({ person: personName, role: z.enum(['owner', 'admin', 'member', 'guest']), at: instant })
export type Member = z.output<typeof Member>

export const Membership = z.object({ space: spaceName, person: personName, member: z.boolean() })
export type Membership = z.output<typeof Membership>

export const listMembers = endpoint({
  name: 'listMembers',
  method: 'GET',
  path: '/spaces/:slug/members',
  summary: 'Who is a member, by handle.',
  access: 'spaces:read',
  params,
  query: z.strictObject(paging),
  output: page(Member),
  failures: ['space.not_found'],
})

export const addMember = endpoint({
  name: 'addMember',
  method: 'PUT',
  path: '/spaces/:slug/members/:handle',
  summary: 'Joins, or adds somebody. Whoever is a member already stays one.',
  access: 'spaces:write',
  params: memberParams,
  output: Membership,
  failures: ['space.not_found', 'person.not_found', 'space.members_only', 'space.direct', 'space.archived', 'person.deactivated'],
})

export const removeMember = endpoint({
  name: 'removeMember',
  method: 'DELETE',
  path: '/spaces/:slug/members/:handle',
  summary: 'Leaves, or takes somebody out. Whoever is no member stays none.',
  access: 'spaces:write',
  params: memberParams,
  output: Membership,
  failures: ['space.not_found', 'person.not_found', 'space.not_yours', 'space.direct', 'space.last_member'],
})
