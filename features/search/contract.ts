import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName } from '#platform/contract/shapes.ts'
import { spaceName } from '#features/spaces/contract/space.ts'
import { foundTypes } from './rules/operators.ts'

/** One thing found. */
export const Found = z.object({
  type: z.enum(foundTypes),
  /** Of the thread it is or stands in. */
  number: z.number().optional(),
  /** The post's place in its thread, and its id. */
  seq: z.number().optional(),
  post: z.string().optional(),
  /** A person's handle, a space's slug. */
  slug: z.string().optional(),
  /** The thread's kind and state. */
  kind: z.string().optional(),
  state: z.enum(['open', 'concluded']).optional(),
  title: z.string(),
  /** Plain text in pieces; `hit` is what was looked for. */
  excerpt: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  space: spaceName.nullable(),
  at: instant,
  by: personName.nullable(),
})
export type Found = z.output<typeof Found>

export const search = endpoint({
  name: 'search',
  method: 'GET',
  path: '/search',
  summary:
    'Titles, posts, people and spaces by their words, the last one as the beginning of a word. Takes "quoted phrases", `in:` a space, `from:` its author, `to:` whoever was asked in it, `is:` open, concluded, unread, mine or a kind of thread, `has:` ask, outcome, highlights, link, code, file or reaction, `after:` and `before:` a day, month or year in your zone, from its beginning or up to it, `type:` thread, post, person or space; each ruled out by a `-` before it.',
  access: 'search:read',
  query: z.strictObject({
    q: z.string().max(500).default(''),
    type: z.enum(foundTypes).optional(),
    ...paging,
  }),
  output: page(Found).extend({
    /** Parts of `q` that could not be taken as they stand: no such operator (its words were looked for), no such value, nobody or no space by that name. */
    misunderstood: z.array(z.object({ part: z.string(), what: z.enum(['operator', 'value', 'space', 'person']) })),
  }),
})

/** A thread that may hold the answer to what is being asked. */
export const Answered = z.object({
  number: z.number(),
  title: z.string(),
  state: z.enum(['open', 'concluded']),
  space: spaceName,
  /** Where the answer stands in the thread; null for its outcome. */
  seq: z.number().nullable(),
  /** How the outcome, or else the answer, begins; whose it is, and since when. */
  excerpt: z.string(),
  by: personName,
  at: instant,
})
export type Answered = z.output<typeof Answered>

export const listAnswered = endpoint({
  name: 'listAnswered',
  method: 'GET',
  path: '/search/answered',
  summary: 'Before asking: threads with an outcome or an answer that share words with `q`, what is about to be asked.',
  access: 'search:read',
  query: z.strictObject({
    q: z.string().max(2_000).default(''),
    limit: z.coerce.number().int().min(1).max(100).default(3),
  }),
  output: z.object({ items: z.array(Answered) }),
})
