import { z } from 'zod'
import { date, instant, personName, uuid } from '#platform/contract/shapes.ts'
import { followLevel, spaceName } from '#features/spaces/contract/space.ts'

export const threadKinds = ['discussion', 'question', 'announcement', 'proposal', 'task', 'meeting', 'round', 'incident'] as const
/** Kinds that are opened as they are; the others begin where what they bring is made. */
export const plainKinds = ['discussion', 'question', 'announcement'] as const
export const threadStates = ['open', 'concluded'] as const
export const pivots = ['call', 'recording', 'split'] as const

/** How a path names a thread: by its number, or by its id. */
export const threadParams = z.object({ number: z.union([z.string().regex(/^\d{1,15}$/), uuid]) })

/** `version` goes into `If-Match`. */
const kept = z.object({ body: z.string(), html: z.string(), by: personName, at: instant, version: z.string() })

/** What the reader may do with a thread as it stands. */
export const ThreadMay = z.object({
  post: z.boolean(),
  /** Change its title, purpose, DRI or closing day. */
  change: z.boolean(),
  /** Write highlights, the outcome and what follows from it. */
  steer: z.boolean(),
})

/** Another thread that this one came from, or in which it goes on; as far as the reader may see it. */
const related = z.object({ number: z.number(), title: z.string(), how: z.enum(['split', 'moved']), by: personName, at: instant })

/** A thread without its posts and asks. */
export const ThreadHead = z.object({
  id: z.string(),
  number: z.number(),
  space: spaceName,
  /** In a hidden space of few people. */
  direct: z.boolean(),
  /** Whom a direct one is between; nobody is named for others. */
  people: z.array(personName),
  kind: z.enum(threadKinds),
  title: z.string(),
  purpose: z.string(),
  highlights: kept.nullable(),
  /** Above 1,000 words without highlights. */
  highlightsOwed: z.boolean(),
  words: z.number(),
  state: z.enum(threadStates),
  /** While `draft`, by whoever wrote it last; afterwards by whoever concluded. */
  outcome: kept.extend({ draft: z.boolean() }).nullable(),
  outcomeOwed: z.boolean(),
  exchanges: z.number(),
  dri: personName.nullable(),
  closesOn: date.nullable(),
  /** The level chosen here, else that of its space. */
  follow: followLevel,
  /** The seq up to which the reader has read it. */
  read: z.number(),
  unread: z.number(),
  /** Kept by the reader for later. */
  saved: z.boolean(),
  /** The seq of the first unread post. */
  firstUnread: z.number().nullable(),
  /** Where it was split off, or moved from. */
  origin: related.nullable(),
  goesOn: z.array(related),
  postCount: z.number(),
  lastSeq: z.number(),
  by: personName,
  at: instant,
  lastPostAt: instant,
  may: ThreadMay,
})
export type ThreadHead = z.output<typeof ThreadHead>

/** A thread in a list. */
export const ListedThread = ThreadHead.extend({
  openAsks: z.number(),
  /** When the first of its open asks is due. */
  nextDue: instant.nullable(),
  /** Who has that ask; null while a space has it. */
  nextOwner: personName.nullable(),
  /** Who wrote in it last, the latest first; three at most. */
  writers: z.array(personName),
})
export type ListedThread = z.output<typeof ListedThread>
