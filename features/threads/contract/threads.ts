import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { date, line, markdown, page, paging, personName, title } from '#platform/contract/shapes.ts'
import { followLevel, spaceParams } from '#features/spaces/contract/space.ts'
import { ListedThread, pivots, ThreadHead, threadKinds, threadParams, threadStates } from './thread.ts'
import { handleOrMe } from '#features/people/contract/person-fields.ts'

/** What is written when a thread is opened, and changed later. */
const threadTitle = title(300)
const threadPurpose = z.string().trim().max(2_000)

const changing = ['thread.not_found', 'space.archived']

export const listThreads = endpoint({
  name: 'listThreads',
  method: 'GET',
  path: '/spaces/:slug/threads',
  summary: 'The threads of a space without their posts, newest activity first.',
  access: 'threads:read',
  params: spaceParams,
  query: z.strictObject({
    kind: z.enum(threadKinds).optional(),
    state: z.enum(threadStates).optional(),
    dri: handleOrMe.optional(),
    ...paging,
  }),
  output: page(ListedThread),
  failures: ['space.not_found', 'person.not_found'],
})

export const listDirectThreads = endpoint({
  name: 'listDirectThreads',
  method: 'GET',
  path: '/direct',
  summary: 'The direct threads between you and a few others, newest activity first.',
  access: 'threads:read',
  query: z.strictObject({ ...paging }),
  output: page(ListedThread),
})

export const changeThread = endpoint({
  name: 'changeThread',
  method: 'PATCH',
  path: '/threads/:number',
  summary:
    'Changes what a thread says of itself: title, purpose, DRI, closing day. Null takes DRI or day away. `If-Match` takes the `ETag` you saw: another title or purpose is not replaced unseen.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({
    title: threadTitle.optional(),
    purpose: threadPurpose.optional(),
    dri: handleOrMe.nullable().optional(),
    closesOn: date.nullable().optional(),
  }),
  output: ThreadHead,
  failures: [...changing, 'thread.text_changed', 'thread.not_yours', 'person.not_found'],
})

export const keepHighlights = endpoint({
  name: 'keepHighlights',
  method: 'PUT',
  path: '/threads/:number/highlights',
  summary:
    'Keeps the short summary at the top. An empty one takes it away. `If-Match` takes the `ETag` of the thread, or the version of what this takes the place of, `"none"` where nothing was.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ body: z.string().trim().max(20_000) }),
  output: ThreadHead,
  failures: [...changing, 'thread.not_steered_by_guests', 'thread.text_changed'],
})

export const draftOutcome = endpoint({
  name: 'draftOutcome',
  method: 'PUT',
  path: '/threads/:number/outcome',
  summary:
    'Keeps a draft of what the thread concludes. `If-Match` takes the `ETag` of the thread, or the version of what this takes the place of, `"none"` where nothing was.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ body: markdown(50_000) }),
  output: ThreadHead,
  failures: [...changing, 'thread.not_steered_by_guests', 'thread.concluded', 'thread.text_changed'],
})

export const reopenThread = endpoint({
  name: 'reopenThread',
  method: 'POST',
  path: '/threads/:number/reopen',
  summary: 'Opens a concluded thread again. Its outcome becomes a draft.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ reason: line(2_000) }),
  output: ThreadHead,
  failures: [...changing, 'thread.not_steered_by_guests', 'thread.open'],
})

export const pivotThread = endpoint({
  name: 'pivotThread',
  method: 'POST',
  path: '/threads/:number/pivot',
  summary: 'Says that this goes on in a call, a recording or two threads. The outcome is owed here in writing.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ to: z.enum(pivots) }),
  output: ThreadHead,
  failures: [...changing, 'thread.not_steered_by_guests', 'thread.concluded'],
})

export const followThread = endpoint({
  name: 'followThread',
  method: 'PUT',
  path: '/threads/:number/follow',
  summary: 'How much of it reaches you, whatever the level of its space.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ level: followLevel }),
  output: ThreadHead,
  failures: ['thread.not_found'],
})

export const listFollowers = endpoint({
  name: 'listFollowers',
  method: 'GET',
  path: '/threads/:number/followers',
  summary:
    'Who finds what is written here in their deliveries, by handle: whoever wrote in it, was asked in it, or follows it. Not who follows its space.',
  access: 'threads:read',
  params: threadParams,
  query: z.strictObject({ ...paging }),
  output: page(personName),
  failures: ['thread.not_found'],
})

export const markRead = endpoint({
  name: 'markRead',
  method: 'PUT',
  path: '/threads/:number/read',
  summary: 'Marks it as read up to this seq. The mark goes back only where you say so; what was cleared in the inbox stays read.',
  access: 'threads:write',
  params: threadParams,
  body: z.strictObject({ seq: z.int().min(0), back: z.boolean().default(false) }),
  output: ThreadHead,
  failures: ['thread.not_found'],
})
