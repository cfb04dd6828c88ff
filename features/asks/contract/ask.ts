import { z } from 'zod'
import { date, instant, line, markdown, name, personName } from '#platform/contract/shapes.ts'
import { NeededBy } from '#features/availability/contract/calendar.ts'
import { receiverName, spaceName } from '#features/spaces/contract/space.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

export const verbs = ['answer', 'review', 'decide', 'do'] as const
export const askStates = ['open', 'answered', 'declined', 'withdrawn', 'expired'] as const

/** An ask as it is put: what is wanted of which person or space, and by when. Without `neededBy` the space's expectation holds. */
export const AskIn = z
  .strictObject({
    to: name,
    verb: z.enum(verbs),
    text: markdown(10_000),
    neededBy: NeededBy.optional(),
    attention: z.enum(['timely', 'urgent']).default('timely'),
    reason: line(500).optional(),
    minutes: z.int().min(1).max(10_000).optional(),
    meanwhile: line(1_000).optional(),
    /** Of something urgent: it has nothing to do with the incident that is open, so whoever is on call is paged. */
    anotherMatter: z.boolean().default(false),
  })
  .refine(({ attention, reason }) => attention !== 'urgent' || reason !== undefined, {
    path: ['reason'],
    ...words(() => refusalText('whyUrgent')),
  })
export type AskIn = z.output<typeof AskIn>

/** Needed-by as it was asked, however it was put. */
const neededByAsked = z.union([z.object({ in: z.number() }), z.object({ on: date }), z.object({ at: instant }), z.literal('whenever')])

const pass = z.object({
  from: receiverName,
  to: receiverName,
  /** Who passed or took it; null when Baton gave it on. */
  by: personName.nullable(),
  note: z.string(),
  at: instant,
})

const move = z.object({
  neededBy: neededByAsked,
  by: personName,
  reason: z.string().nullable(),
  dueBefore: instant.nullable(),
  due: instant.nullable(),
  at: instant,
})

/** Where whoever is named cannot be asked there. */
export const refusingReceivers = [
  'person.not_found',
  'ask.receiver_deactivated',
  'ask.receiver_cannot_read',
  'ask.receiver_archived',
  'ask.receiver_private',
  'ask.receiver_empty',
  'ask.receiver_not_on_call',
]

/** What the reader may do with an ask as it stands. */
export const AskMay = z.object({
  answer: z.boolean(),
  /** Take a post of the thread as the answer. */
  takePost: z.boolean(),
  decline: z.boolean(),
  pass: z.boolean(),
  withdraw: z.boolean(),
  /** Say that they have seen it: once, as long as they have it. */
  acknowledge: z.boolean(),
  move: z.boolean(),
  /** Take it from the space that has it, or for its owner who is away. */
  take: z.boolean(),
  /** Say whether it had to interrupt them: once, afterwards. */
  judge: z.boolean(),
})
export type AskMay = z.output<typeof AskMay>

/** How an urgent ask calls a rotation: `paging` until somebody acknowledges it, or nobody did in its time. */
const paging = z.object({
  rotation: z.object({ slug: z.string(), name: z.string() }),
  state: z.enum(['paging', 'acknowledged', 'handed', 'settled', 'unacknowledged', 'joined']),
  /** Whom it interrupted, in order. */
  pages: z.array(z.object({ person: personName, at: instant })),
  /** When it pages next, if nobody acknowledges it. */
  next: instant.nullable(),
  until: instant,
  /** The number of the thread that is the incident; null while only its receiver was reached, or where the reader may not read it. */
  incident: z.number().nullable(),
})

export const Ask = z.object({
  id: z.string(),
  /** Of its thread. */
  number: z.number(),
  /** Where its thread stands; null where that is plainly between a few people. */
  space: spaceName.nullable(),
  /** The id of the post it was made in. */
  post: z.string(),
  from: personName,
  /** Who was asked at first: a person by handle, a space or a rotation by slug. */
  to: receiverName,
  /** Who has it now: a person by handle, or by slug a space until somebody of it takes it. */
  owner: receiverName,
  /** Who may take it while its owner is away; null while nobody may. */
  cover: receiverName.nullable(),
  /** When Baton gives it to a member of the space that has it, if nobody takes it before. */
  assignAt: instant.nullable(),
  verb: z.enum(verbs),
  text: z.string(),
  /** As it was asked; null: within the space's expectation, `respondWithin` working days. */
  neededBy: neededByAsked.nullable(),
  respondWithin: z.number(),
  attention: z.enum(['timely', 'urgent']),
  /** Whether it came at once, into whatever was being done. */
  interrupts: z.boolean(),
  urgentReason: z.string().nullable(),
  minutes: z.number().nullable(),
  meanwhile: z.string().nullable(),
  state: z.enum(askStates),
  at: instant,
  deliverAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  due: instant.nullable(),
  /** As it was first; what figures count against. */
  firstDue: instant.nullable(),
  expires: instant.nullable(),
  tight: z.boolean(),
  unreachable: z.boolean(),
  outside: z.boolean(),
  paging: paging.nullable(),
  /** Whether it had to interrupt the reader, as they said themselves; told to nobody else. Null where it did not interrupt them. */
  interruption: z.object({ necessary: z.boolean().nullable() }).nullable(),
  passes: z.array(pass),
  moves: z.array(move),
  /** Who said that they have seen it. */
  seen: z.array(z.object({ by: personName, at: instant })),
  answer: z
    .object({
      post: z.string(),
      by: personName,
      at: instant,
      /** Where an answer leads that stands elsewhere: a thread, or a post in it; null also where the reader may not see that. */
      link: z.object({ number: z.number(), title: z.string(), seq: z.number().nullable() }).nullable(),
    })
    .nullable(),
  /** How it ended; `by` is null when Baton ended it. */
  settled: z.object({ by: personName.nullable(), at: instant }).nullable(),
  /** Why it ended as it did, where a reason was given; until then, and when it was answered, why it is urgent. */
  reason: z.string().nullable(),
  may: AskMay,
})
export type Ask = z.output<typeof Ask>
