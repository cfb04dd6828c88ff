import type { PositionedEvent } from '#platform/contract/event.ts'

export type AttentionClass = 'urgent' | 'timely' | 'digest'

/** Why something waits for a person: the word the inbox shows. */
export type Why =
  | 'ask'
  | 'answer'
  | 'reply'
  | 'mention'
  | 'handoff'
  | 'was due'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'passed'
  | 'moved'
  | 'returned'
  | 'page'
  | 'taken'
  | 'given'
  | 'cover'
  | 'unacknowledged'
  | 'joined'
  | 'swap'
  | 'swap accepted'
  | 'swap declined'

/** Whom a fact concerns, and how much of their attention it may claim. Computed from the fact; the inbox keeps one item for each. */
export interface Notice {
  /** The id of the person it is for; never the one who did it. */
  readonly to: string
  readonly why: Why
  readonly attention: AttentionClass
  readonly threadId?: string | null
  readonly postId?: string | null
  /** Levels do not hide what is about an ask. With `why` 'ask' it comes when the ask says. */
  readonly askId?: string | null
  /** The offer of a shift that it is about; it is of no thread then. */
  readonly swapId?: string | null
  /** It is for whoever is on shift: if they are when it comes, it reaches them whatever their hours. */
  readonly onShift?: boolean
}

/** What is known of a post when the worker handles facts about it. */
export interface KnownPost {
  readonly authorId: string
  readonly threadId: string
  readonly deleted: boolean
  /** Who opened its thread. */
  readonly openedBy: string
  /** Who decides in its thread. */
  readonly driId: string | null
  /** Who wrote the post right before it; null for the first. */
  readonly previousAuthorId: string | null
  readonly mentioned: readonly string[]
  /** Owners of the asks that were made in it. */
  readonly asked: readonly string[]
  /** Askers of the asks that it answered. */
  readonly answered: readonly string[]
}

/** What a rule may look up: everything its batch speaks of, already loaded. */
export interface Known {
  post(id: string): KnownPost | undefined
  /** The members of a space. */
  members(spaceId: string): readonly string[]
  /** To whom an ask was to come, as far as that stands; true for those to whom it has come. */
  reached(askId: string): ReadonlyMap<string, boolean>
}

/** One event type: whom it concerns, or in a sentence why nobody. */
export type NoticeRule = string | ((event: PositionedEvent, known: Known) => readonly Notice[])

/** A feature's rules by event type, each type that it records. */
export type NoticeRules = Readonly<Record<string, NoticeRule>>
