import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, personName } from '#platform/contract/shapes.ts'
import { receiverName } from '#features/spaces/contract/space.ts'
import { NeededBy } from './calendar.ts'
import { moment } from './times.ts'

const interrupts = z.enum(['open', 'focus', 'off hours'])

/** Who is on call, and gets at once what is urgent and cannot reach its receiver now. */
export const Called = z.object({
  rotation: z.object({ slug: z.string(), name: z.string() }),
  person: personName,
  until: instant,
  /** What it would interrupt for them. */
  interrupts,
  /** What their clock shows at sending. */
  localAt: z.string(),
  /** An incident that is open on the rotation: what is urgent joins it and pages nobody, unless it is said to be another matter. */
  incident: z.object({ number: z.number(), title: z.string() }).nullable(),
})
export type Called = z.infer<typeof Called>

/** What the clock of a place shows, with its distance to UTC: '2026-11-24T09:00:00+05:30'. */
const local = z.string()

export const Preview = z.object({
  /** A person by handle, a space or a rotation by slug. */
  to: receiverName,
  /** How it would go: `urgent` only when it comes at once. */
  attention: z.enum(['urgent', 'timely', 'digest']),
  /** What it would interrupt, when urgent and at once. */
  interrupts: interrupts.nullable(),
  deliverAt: instant.nullable(),
  due: instant.nullable(),
  tight: z.boolean(),
  unreachable: z.boolean(),
  never: z.boolean(),
  outside: z.boolean(),
  suggest: z.array(instant),
  /** Who stands in while the receiver would be away, with when it would come to them and be due; to be offered first. */
  cover: z.object({ to: receiverName, deliverAt: instant.nullable(), due: instant.nullable() }).nullable(),
  /** Looked up for what is urgent, and where somebody cannot be reached in time; null when nobody is on call who may read there. */
  onCall: Called.nullable(),
  load: z.object({ openAsks: z.number(), capacity: z.enum(['open', 'busy', 'full']), status: z.string() }),
  readme: z.string(),
  local: z.object({ at: local, deliverAt: local.nullable(), due: local.nullable() }),
  answerBack: instant.nullable(),
  /** Of a space: how many of it can be asked, and when it comes to the first and the last of them. Of it and of a rotation: whose day the times above are those of. */
  members: z.number().nullable(),
  first: personName.nullable(),
  earliest: instant.nullable(),
  latest: instant.nullable(),
})
export type Preview = z.infer<typeof Preview>

export const previewAttention = endpoint({
  name: 'previewAttention',
  method: 'POST',
  path: '/attention/preview',
  summary: 'Before sending: when something would reach each of up to 50 people, spaces and rotations, and when its answer would be due.',
  access: 'people:read',
  body: z.strictObject({
    to: z.array(z.string().min(1).max(64)).min(1).max(50),
    space: z.string().min(1).max(64).optional(),
    attention: z.enum(['urgent', 'timely', 'digest']).default('timely'),
    neededBy: NeededBy.optional(),
    at: moment.optional(),
  }),
  output: z.object({ items: z.array(Preview), earliest: instant.nullable(), latest: instant.nullable() }),
  failures: ['person.not_found', 'space.not_found'],
})
