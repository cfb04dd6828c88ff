import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, instantIn, page, paging, personName, uuid } from '#platform/contract/shapes.ts'
import { Ask } from '#features/asks/contract/ask.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from './rules/refusal-texts.ts'

export const itemStates = ['open', 'snoozed', 'done'] as const

/** An offer that a shift goes from one to the other, and how it stands; what is over or was changed waits no more. */
const OfferedShift = z.object({
  id: z.string(),
  rotation: z.object({ slug: z.string(), name: z.string() }),
  start: instant,
  end: instant,
  from: personName,
  to: personName,
  /** It was offered by who has the shift, and not by who would take it. */
  given: z.boolean(),
  state: z.enum(['open', 'accepted', 'declined', 'withdrawn', 'over']),
  may: z.object({ accept: z.boolean(), decline: z.boolean() }),
})

export const InboxItem = z.object({
  id: z.string(),
  /** Why it waits: ask, answer, reply, mention, was due, declined, withdrawn, expired, passed, moved, returned; of urgent asks page, taken, unacknowledged, joined; of shifts swap, swap accepted, swap declined. */
  why: z.string(),
  /** Of its thread; null of what is about a shift, which is of none. */
  number: z.number().nullable(),
  /** Of its thread, else the name of the rotation. */
  title: z.string(),
  space: z.object({ slug: z.string(), name: z.string() }).nullable(),
  /** The post it is about and its place in the thread. */
  post: z.object({ id: z.string(), seq: z.number() }).nullable(),
  /** The beginning of what it is about, as it stands now. */
  excerpt: z.string(),
  ask: Ask.nullable(),
  /** The offer of a shift that it is about. */
  swap: OfferedShift.nullable(),
  /** Whose act it was; null when it was Baton's. */
  from: personName.nullable(),
  at: instant,
  deliverAt: instant.nullable(),
  deliveredAt: instant,
  due: instant.nullable(),
  state: z.enum(itemStates),
  /** When a snoozed one comes back. */
  until: instant.nullable(),
})
export type InboxItem = z.output<typeof InboxItem>

export const listInbox = endpoint({
  name: 'listInbox',
  method: 'GET',
  path: '/inbox',
  summary: 'What was delivered to you by name, the newest first. What is held is not here.',
  access: 'inbox:read',
  query: z.strictObject({ state: z.enum(itemStates).default('open'), ...paging }),
  output: page(InboxItem).extend({
    /** How far what was delivered reaches: what clearing up to here marks read. */
    through: z.number(),
  }),
})

export const changeInboxItem = endpoint({
  name: 'changeInboxItem',
  method: 'PUT',
  path: '/inbox/:id',
  summary:
    'Marks an item done, puts it off until later, or takes it up again. Done settles an ask to do something; other asks are answered, declined or passed on.',
  access: 'inbox:write',
  params: z.object({ id: uuid }),
  body: z
    .strictObject({
      state: z.enum(itemStates),
      until: instantIn.optional(),
    })
    .refine(({ state, until }) => (state === 'snoozed') === (until !== undefined), {
      path: ['until'],
      ...words(() => refusalText('untilForSnoozed')),
    }),
  output: InboxItem,
  failures: ['inbox_item.not_found', 'ask.open', 'ask.settled'],
})

export const clearInbox = endpoint({
  name: 'clearInbox',
  method: 'POST',
  path: '/inbox/clear',
  summary:
    'Marks everything read that was delivered so far; with `through`, as the inbox answered it, no more than was delivered then. Answers what it kept: open asks.',
  access: 'inbox:write',
  body: z.strictObject({ through: z.number().int().min(0).optional() }),
  output: z.object({ kept: z.array(InboxItem) }),
})

export const FollowedThread = z.object({
  number: z.number(),
  title: z.string(),
  kind: z.string(),
  space: z.object({ slug: z.string(), name: z.string() }),
  /** New posts by others since you read it or cleared your inbox. */
  posts: z.number(),
  firstUnread: z.number(),
  lastUnread: z.number(),
  /** The beginning of the newest of them, and whose it is. */
  excerpt: z.string(),
  by: personName,
  at: instant,
})
export type FollowedThread = z.output<typeof FollowedThread>

export const listInboxThreads = endpoint({
  name: 'listInboxThreads',
  method: 'GET',
  path: '/inbox/threads',
  summary: 'Threads you follow in which something new was delivered, the newest first.',
  access: 'inbox:read',
  query: z.strictObject({ ...paging }),
  output: page(FollowedThread),
})
