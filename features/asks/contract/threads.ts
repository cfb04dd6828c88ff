import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { moment } from '#features/availability/contract/times.ts'
import { date, instant, markdown, name, title, uuid } from '#platform/contract/shapes.ts'
import { filesIn, refusingFiles } from '#features/threads/contract/file.ts'
import { PostHead } from '#features/threads/contract/post.ts'
import { plainKinds, ThreadHead } from '#features/threads/contract/thread.ts'
import { Ask, AskIn, refusingReceivers } from './ask.ts'
import { Scheduled, sendAt } from './scheduled.ts'
import { words } from '#platform/contract/words.ts'
import { formatList } from '#platform/text/format-span.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const MOST_ASKS = 20

/** A post with the asks that were made in it. */
export const Post = PostHead.extend({ asks: z.array(Ask) })
export type Post = z.output<typeof Post>

/** Posts by seq; `next` is the seq to go on behind, or before when reading backwards. */
export const PostPiece = z.object({ items: z.array(Post), next: z.number().nullable() })
export type PostPiece = z.output<typeof PostPiece>

/** A thread with its posts around the first unread, and with all its asks, by due. */
export const Thread = ThreadHead.extend({
  posts: PostPiece,
  asks: z.array(Ask),
  openAsks: z.number(),
  /** When the first of its open asks is due. */
  nextDue: instant.nullable(),
})
export type Thread = z.output<typeof Thread>

/** A thread by its number, or by its id. */
const threadNumber = z.object({ number: z.union([z.string().regex(/^[1-9]\d{0,14}$/), uuid]) })
/** Whom a thread is plainly between, beside who opens it. */
const MOST_PEOPLE = 8
const asks = z
  .array(AskIn)
  .max(
    MOST_ASKS,
    words(() => refusalText('tooManyAsks', { count: MOST_ASKS })),
  )
  .default([])
const asking = [...refusingReceivers, 'space.archived']
const scheduling = ['scheduled.too_many', 'scheduled.not_found']

/** What is in no post is kept for a day only, and nothing is sent that lacks what it speaks of. */
const leavesNowWithFiles = ({ files, sendAt }: { files: readonly unknown[]; sendAt?: unknown }): boolean =>
  files.length === 0 || sendAt === undefined
const stayingFiles = { path: ['files'], ...words(() => refusalText('filesLeaveNow')) }

export const openThread = endpoint({
  name: 'openThread',
  method: 'POST',
  path: '/threads',
  summary:
    'Opens a thread with its first post and the asks in it, in a space or plainly between a few people; with `sendAt` later, and the answer is what is scheduled.',
  access: 'threads:write',
  status: 201,
  body: z
    .strictObject({
      space: name.optional(),
      people: z
        .array(name)
        .min(1)
        .max(
          MOST_PEOPLE,
          words(() => refusalText('tooManyPeople', { count: MOST_PEOPLE })),
        )
        .optional(),
      kind: z.enum(plainKinds).default('discussion'),
      title: title(300),
      body: markdown(),
      purpose: z.string().trim().max(2_000).default(''),
      highlights: markdown(20_000).optional(),
      dri: name.optional(),
      closesOn: date.optional(),
      fyi: z.boolean().default(false),
      files: filesIn.default([]),
      asks,
      sendAt: sendAt.optional(),
    })
    .refine(({ space, people }) => (space === undefined) !== (people === undefined), {
      path: ['space'],
      ...words(() => refusalText('spaceOrPeople')),
    })
    .refine(leavesNowWithFiles, stayingFiles),
  output: z.union([Thread, Scheduled]),
  failures: ['space.not_found', 'thread.not_found', ...asking, ...scheduling, ...refusingFiles],
})

export const addPost = endpoint({
  name: 'addPost',
  method: 'POST',
  path: '/threads/:number/posts',
  summary: 'Posts in a thread, with asks; with `sendAt` later, and the answer is what is scheduled.',
  access: 'threads:write',
  status: 201,
  params: threadNumber,
  body: z
    .strictObject({ body: markdown(), fyi: z.boolean().default(false), files: filesIn.default([]), asks, sendAt: sendAt.optional() })
    .refine(leavesNowWithFiles, stayingFiles),
  output: z.union([Post, Scheduled]),
  failures: ['thread.not_found', 'thread.concluded', 'post.not_found', ...asking, ...scheduling, ...refusingFiles],
})

export const getThread = endpoint({
  name: 'getThread',
  method: 'GET',
  path: '/threads/:number',
  summary: 'A thread with its asks and the posts around the first unread.',
  access: 'threads:read',
  params: threadNumber,
  output: Thread,
  failures: ['thread.not_found'],
})

const MOST_CHOSEN = 200

export const splitThread = endpoint({
  name: 'splitThread',
  method: 'POST',
  path: '/threads/:number/split',
  summary:
    'Takes posts out into a new thread of the same space, with their asks, and answers that. Name them, or the seq from which on all go; the first stays.',
  access: 'threads:write',
  status: 201,
  params: threadNumber,
  body: z
    .strictObject({
      title: title(300),
      highlights: markdown(20_000).optional(),
      posts: z
        .array(uuid)
        .min(1)
        .max(
          MOST_CHOSEN,
          words(() => refusalText('tooManyPosts', { count: MOST_CHOSEN })),
        )
        .optional(),
      from: z.int().min(1).max(2_147_483_647).optional(),
    })
    .refine(({ posts, from }) => (posts === undefined) !== (from === undefined), {
      path: ['posts'],
      ...words(() => refusalText('postsOrFrom')),
    }),
  output: Thread,
  failures: ['thread.not_found', 'thread.not_steered_by_guests', 'post.not_found', 'space.archived'],
})

export const moveThread = endpoint({
  name: 'moveThread',
  method: 'POST',
  path: '/threads/:number/move',
  summary:
    'Goes on with a direct thread in a space: opens a new one there with what you write, and answers that. What was said directly stays private; each leads to the other for those who see both.',
  access: 'threads:write',
  status: 201,
  params: threadNumber,
  body: z.strictObject({ space: name, title: title(300), body: markdown(), kind: z.enum(plainKinds).default('discussion') }),
  output: Thread,
  failures: ['thread.not_found', 'thread.not_direct', 'space.not_found', 'space.archived'],
})

const seq = z.coerce.number().int().min(0).max(2_147_483_647)

export const listPosts = endpoint({
  name: 'listPosts',
  method: 'GET',
  path: '/threads/:number/posts',
  summary: 'Posts of a thread by seq: from the first, behind or before a seq, around one, or from an instant on.',
  access: 'threads:read',
  params: threadNumber,
  query: z
    .strictObject({
      after: seq.optional(),
      before: seq.optional(),
      around: seq.optional(),
      at: moment.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    })
    .refine(({ after, before, around, at }) => [after, before, around, at].filter((given) => given !== undefined).length <= 1, {
      path: ['after'],
      ...words(() => refusalText('onePlace', { names: formatList(['after', 'before', 'around', 'at']) })),
    }),
  output: PostPiece,
  failures: ['thread.not_found'],
})

export const concludeThread = endpoint({
  name: 'concludeThread',
  method: 'POST',
  path: '/threads/:number/conclude',
  summary:
    'Concludes a thread with its outcome. While asks are open they are listed; `withdraw` takes yours back first. `If-Match` takes the `ETag` of the thread, or the version of the draft that this takes the place of, `"none"` where none was.',
  access: 'threads:write',
  params: threadNumber,
  body: z.strictObject({ body: markdown().optional(), withdraw: z.boolean().default(false) }),
  output: Thread,
  failures: [
    'thread.not_found',
    'thread.not_steered_by_guests',
    'thread.already_concluded',
    'thread.open_asks',
    'thread.text_changed',
    'space.archived',
  ],
})
