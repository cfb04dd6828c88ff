// oxlint-disable house/commands-record -- what it is made of records its own facts
import type { Context } from '#platform/context.ts'
import { parsed } from '#platform/contract/parsed.ts'
import * as threads from '../contract/threads.ts'
import { addPost } from './add-post.ts'
import { openThread } from './open-thread.ts'

/** What was written to be sent at another time. */
export interface Message {
  /** Where it is posted; null for what opens a thread. */
  readonly threadId: string | null
  readonly fields: Readonly<Record<string, unknown>>
}

/** Sends a message as if its author sent it now: read by the same contract, done by the same command. Answers the id of the thread or post. */
export async function sendMessage(ctx: Context, { threadId, fields }: Message): Promise<string> {
  const made =
    threadId === null
      ? await openThread(ctx, parsed(threads.openThread.body, fields))
      : await addPost(ctx, { number: threadId, ...parsed(threads.addPost.body, fields) })
  return made.id
}
