import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { line, markdown, name, page, paging, uuid } from '#platform/contract/shapes.ts'
import { NeededBy } from '#features/availability/contract/calendar.ts'
import { Ask, askStates, refusingReceivers } from './ask.ts'
import { words } from '#platform/contract/words.ts'
import { handleOrMe } from '#features/people/contract/person-fields.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const params = z.object({ id: uuid })
const note = z.string().trim().max(2_000)

export const listAsks = endpoint({
  name: 'listAsks',
  method: 'GET',
  path: '/asks',
  summary:
    'Asks by due. `to` is who has it now, a person or a space, `from` who asked; with neither these nor a thread, those you have or made.',
  access: 'asks:read',
  query: z.strictObject({
    to: handleOrMe.optional(),
    from: handleOrMe.optional(),
    state: z.enum(askStates).optional(),
    thread: z.coerce.number().int().min(1).optional(),
    ...paging,
  }),
  output: page(Ask),
  failures: ['person.not_found', 'thread.not_found'],
})

export const getAsk = endpoint({
  name: 'getAsk',
  method: 'GET',
  path: '/asks/:id',
  summary: 'One ask, with all that happened to it.',
  access: 'asks:read',
  params,
  output: Ask,
  failures: ['ask.not_found'],
})

const settling = ['ask.not_found', 'ask.not_yours', 'ask.already_settled']

export const answerAsk = endpoint({
  name: 'answerAsk',
  method: 'POST',
  path: '/asks/:id/answer',
  summary:
    'Answers with a new post, with a `post` that stands in the thread, or with a link: a `thread` by its number, or a `post` of another one, with a `body` about it or without. Who asked may take one of these as the answer.',
  access: 'asks:write',
  params,
  body: z
    .strictObject({
      body: markdown().optional(),
      post: uuid.optional(),
      thread: z.int().min(1).optional(),
    })
    .refine(({ body, post, thread }) => [body, post, thread].some((given) => given !== undefined), {
      path: ['body'],
      ...words(() => refusalText('answerOrPlace')),
    })
    .refine(({ post, thread }) => post === undefined || thread === undefined, {
      path: ['thread'],
      ...words(() => refusalText('postOrThread')),
    }),
  output: Ask,
  failures: [...settling, 'post.not_found', 'thread.not_found', 'space.archived'],
})

export const takeAsk = endpoint({
  name: 'takeAsk',
  method: 'POST',
  path: '/asks/:id/take',
  summary: 'Takes what a space has, or what its owner, who is away, left to you or a space of yours. The first one has it.',
  access: 'asks:write',
  params,
  output: Ask,
  failures: [...settling, 'ask.already_taken'],
})

export const declineAsk = endpoint({
  name: 'declineAsk',
  method: 'POST',
  path: '/asks/:id/decline',
  summary: 'Says no, and why.',
  access: 'asks:write',
  params,
  body: z.strictObject({ reason: line(2_000) }),
  output: Ask,
  failures: settling,
})

export const passAsk = endpoint({
  name: 'passAsk',
  method: 'POST',
  path: '/asks/:id/pass',
  summary: 'Gives it to somebody else, or to a space. It is due as if it had been sent to them at first.',
  access: 'asks:write',
  params,
  body: z.strictObject({ to: name, note: note.default('') }),
  output: Ask,
  failures: [...settling, ...refusingReceivers, 'ask.receiver_guest', 'ask.receiver_had_it', 'ask.receiver_has_it'],
})

export const withdrawAsk = endpoint({
  name: 'withdrawAsk',
  method: 'POST',
  path: '/asks/:id/withdraw',
  summary: 'Takes it back. What has not been delivered is simply gone.',
  access: 'asks:write',
  params,
  body: z.strictObject({ reason: line(2_000).optional() }),
  output: Ask,
  failures: settling,
})

export const acknowledgeAsk = endpoint({
  name: 'acknowledgeAsk',
  method: 'POST',
  path: '/asks/:id/acknowledge',
  summary:
    'Says that it has been seen. It stays open and due as it was. Of something urgent it ends paging, and whoever is on call has it from then on.',
  access: 'asks:write',
  params,
  output: Ask,
  failures: [...settling, 'ask.taken'],
})

export const moveAsk = endpoint({
  name: 'moveAsk',
  method: 'POST',
  path: '/asks/:id/needed-by',
  summary: 'Moves when it is needed by. Who has it says why; working days count from now.',
  access: 'asks:write',
  params,
  body: z.strictObject({ neededBy: NeededBy, reason: line(2_000).optional() }),
  output: Ask,
  failures: settling,
})
