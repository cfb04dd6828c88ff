/** What stands in a thread is a stream of its facts; its place is the space. Texts are never part of a fact. */
interface ThreadFact<Type extends `${'thread' | 'highlights' | 'outcome'}.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: { readonly threadId: string } & More
}

export type ThreadOpened = ThreadFact<'thread.opened', { readonly postId: string; readonly driId: string | null }>
/** Title, purpose, DRI or closing day. `driId` is there when that changed. */
export type ThreadChanged = ThreadFact<'thread.changed', { readonly driId?: string | null }>
export type HighlightsKept = ThreadFact<'highlights.kept'>
export type OutcomeDrafted = ThreadFact<'outcome.drafted'>
export type ThreadConcluded = ThreadFact<'thread.concluded'>
export type ThreadReopened = ThreadFact<'thread.reopened'>
export type ThreadPivoted = ThreadFact<'thread.pivoted', { readonly to: string }>
/** Posts of it, and with them their asks, are those of `toThreadId` from now on. */
export type ThreadSplit = ThreadFact<'thread.split', { readonly toThreadId: string }>
/** A direct one that goes on in a space, in `toThreadId`. */
export type ThreadMoved = ThreadFact<'thread.moved', { readonly toThreadId: string }>

interface PostFact<Type extends `${'post' | 'reaction'}.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: { readonly threadId: string; readonly postId: string } & More
}

/** Also for the post that opens a thread, which has seq 1. */
export type PostAdded = PostFact<'post.added'>
/** `named`: the ids of those it names for the first time, with spaces between. */
export type PostEdited = PostFact<'post.edited', { readonly version: number; readonly named: string }>
export type PostDeleted = PostFact<'post.deleted'>
export type ReactionAdded = PostFact<'reaction.added'>
export type ReactionRemoved = PostFact<'reaction.removed'>

export type ThreadEvent =
  | ThreadOpened
  | ThreadChanged
  | HighlightsKept
  | OutcomeDrafted
  | ThreadConcluded
  | ThreadReopened
  | ThreadPivoted
  | ThreadSplit
  | ThreadMoved
  | PostAdded
  | PostEdited
  | PostDeleted
  | ReactionAdded
  | ReactionRemoved
