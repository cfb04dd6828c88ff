import { z } from 'zod'
import { slug, spaceName } from '#features/spaces/contract/space.ts'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, title } from '#platform/contract/shapes.ts'

/** Who has a layer now, and until when. Layer 1 is reached first. */
export const OnShift = z.object({ layer: z.number(), person: personName, until: instant })
export type OnShift = z.output<typeof OnShift>

export const Rotation = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  purpose: z.string(),
  /** After how many minutes without an acknowledgement the next person is paged. */
  escalateAfter: z.number(),
  /** On call wherever a space has no rotation of its own. */
  wholeWorkspace: z.boolean(),
  /** The spaces it is on call for, of those the reader sees. */
  spaces: z.array(spaceName),
  members: z.array(personName),
  /** Whether the reader is one of them. */
  member: z.boolean(),
  onShift: z.array(OnShift),
  at: instant,
  may: z.object({ change: z.boolean(), chooseForWorkspace: z.boolean() }),
})
export type Rotation = z.output<typeof Rotation>

/** How a path names a rotation: by its slug, or by its id. */
export const rotationParams = z.object({ slug: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/) })
const memberParams = rotationParams.extend({ handle: z.string().min(1).max(64) })
const purpose = z.string().trim().max(2_000)
const escalateAfter = z.int().min(1).max(120)

export const listRotations = endpoint({
  name: 'listRotations',
  method: 'GET',
  path: '/rotations',
  summary: 'The rotations you may see, by slug, with who is on shift now. A guest sees those of the spaces they are in.',
  access: 'people:read',
  query: z.strictObject(paging),
  output: page(Rotation),
})

export const makeRotation = endpoint({
  name: 'makeRotation',
  method: 'POST',
  path: '/rotations',
  summary: 'Makes a rotation. You are its first member.',
  access: 'people:write',
  status: 201,
  body: z.strictObject({
    slug: slug,
    name: title(100),
    purpose: purpose.default(''),
    escalateAfter: escalateAfter.default(5),
  }),
  output: Rotation,
  failures: ['rotation.not_for_guests', 'name.taken', 'rotation.not_found'],
})

export const getRotation = endpoint({
  name: 'getRotation',
  method: 'GET',
  path: '/rotations/:slug',
  summary: 'One rotation, by slug or id.',
  access: 'people:read',
  params: rotationParams,
  output: Rotation,
  failures: ['rotation.not_found'],
})

export const changeRotation = endpoint({
  name: 'changeRotation',
  method: 'PATCH',
  path: '/rotations/:slug',
  summary:
    'Changes what a rotation says of itself. With `wholeWorkspace` owners and admins choose it to be on call wherever a space has none of its own. `If-Match` takes the `ETag` you saw: another name or purpose is not replaced unseen.',
  access: 'people:write',
  params: rotationParams,
  body: z.strictObject({
    name: title(100).optional(),
    purpose: purpose.optional(),
    escalateAfter: escalateAfter.optional(),
    wholeWorkspace: z.boolean().optional(),
  }),
  output: Rotation,
  failures: ['rotation.not_found', 'rotation.not_yours', 'rotation.text_changed'],
})

export const addRotationMember = endpoint({
  name: 'addRotationMember',
  method: 'PUT',
  path: '/rotations/:slug/members/:handle',
  summary: 'Brings somebody into a rotation. Whoever is a member already stays one.',
  access: 'people:write',
  params: memberParams,
  output: Rotation,
  failures: ['rotation.not_found', 'person.not_found', 'rotation.not_yours', 'rotation.guest', 'person.deactivated'],
})

export const removeRotationMember = endpoint({
  name: 'removeRotationMember',
  method: 'DELETE',
  path: '/rotations/:slug/members/:handle',
  summary: 'Leaves a rotation, or takes somebody out. A shift of theirs that runs ends now, and those to come are open.',
  access: 'people:write',
  params: memberParams,
  output: Rotation,
  failures: ['rotation.not_found', 'person.not_found', 'rotation.not_yours'],
})

export const getOnCall = endpoint({
  name: 'getOnCall',
  method: 'GET',
  path: '/rotations/:slug/now',
  summary:
    'Who is on shift now, layer by layer, until when, and who has it next; and the stretch in which nobody has layer 1, if this is one.',
  access: 'people:read',
  params: rotationParams,
  output: z.object({
    at: instant,
    layers: z.array(
      z.object({
        layer: z.number(),
        now: OnShift.nullable(),
        /** `after`: who has it from the end of that turn on. */
        next: z.object({ person: personName, from: instant, until: instant, after: personName.nullable() }).nullable(),
      }),
    ),
    /** Until when nobody has layer 1; `until` is null when nothing ends it. */
    gap: z.object({ until: instant.nullable() }).nullable(),
  }),
  failures: ['rotation.not_found'],
})
