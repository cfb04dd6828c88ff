import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, uuid } from '#platform/contract/shapes.ts'
import { spaceName } from '#features/spaces/contract/space.ts'
import { refusingReceivers } from './ask.ts'
import { moment } from '#features/availability/contract/times.ts'

const params = z.object({ id: uuid })

/** When something is to leave. */
export const sendAt = moment

/** What will be sent later: a thread, or a post in one. */
export const Scheduled = z.object({
  id: z.string(),
  opens: z.enum(['thread', 'post']),
  /** `kept` when it could not leave; `reason` says why. It leaves once it is given another moment. */
  state: z.enum(['waiting', 'kept']),
  reason: z.string().nullable(),
  sendAt: instant,
  /** The thread it is posted in, as far as its writer may see it. */
  thread: z.object({ number: z.number(), title: z.string(), space: spaceName }).nullable(),
  /** What is sent, as it was written; `title`, `space` and the rest where it opens a thread. */
  message: z.record(z.string(), z.unknown()),
  /** Grows with each change; what `If-Match` takes, in quotes. */
  version: z.number(),
  at: instant,
})
export type Scheduled = z.output<typeof Scheduled>

const missing = ['scheduled.not_found']
const changing = [...missing, 'scheduled.sent']

export const listScheduled = endpoint({
  name: 'listScheduled',
  method: 'GET',
  path: '/scheduled',
  summary: 'What you will send later and what could not be sent, the next first. Only you see it.',
  access: 'threads:read',
  query: z.strictObject(paging),
  output: page(Scheduled),
})

export const getScheduled = endpoint({
  name: 'getScheduled',
  method: 'GET',
  path: '/scheduled/:id',
  summary: 'One thing you will send later.',
  access: 'threads:read',
  params,
  output: Scheduled,
  failures: missing,
})

export const changeScheduled = endpoint({
  name: 'changeScheduled',
  method: 'PATCH',
  path: '/scheduled/:id',
  summary:
    'Changes what will be sent, or when, before it leaves. Fields of `message` take the place of those of the same name; null takes one away. All that is checked at sending is checked now as well.',
  access: 'threads:write',
  params,
  body: z.strictObject({ sendAt: sendAt.optional(), message: z.record(z.string(), z.unknown()).optional() }),
  output: Scheduled,
  failures: [
    ...changing,
    'scheduled.changed',
    'thread.not_found',
    'thread.concluded',
    'space.not_found',
    'space.archived',
    ...refusingReceivers,
  ],
})

export const dropScheduled = endpoint({
  name: 'dropScheduled',
  method: 'DELETE',
  path: '/scheduled/:id',
  summary: 'Takes back what has not left yet.',
  access: 'threads:write',
  params,
  output: z.object({ id: z.string() }),
  failures: changing,
})
