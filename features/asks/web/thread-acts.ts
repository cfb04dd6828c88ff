import type { Ask } from '../contract/ask.ts'
import type { Post } from '../contract/threads.ts'

/** What can be done from within the posts of a thread and is done around them. */
export interface ThreadActs {
  readonly onAnswer: (ask: Ask) => void
  readonly onSeeAnswer: (ask: Ask) => void
  readonly onQuote: (post: Post) => void
  readonly onSplit: (post: Post) => void
  /** The reader has come to the end of what is loaded. */
  readonly onRead: (seq: number) => void
  /** The reader wants this one and all behind it to be unread. */
  readonly onUnread: (post: Post) => void
}
