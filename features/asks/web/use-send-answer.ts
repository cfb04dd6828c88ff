import { filesToSend } from '#features/threads/web/use-file-draft.ts'
import { newKey } from '#platform/browser/new-key.ts'
import { type Queue, useQueue, waitingRequest } from '#platform/browser/use-queue.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import type { Ask } from '../contract/ask.ts'
import { answerAsk } from '../contract/asks.ts'
import { listScheduled } from '../contract/scheduled.ts'
import { addPost } from '../contract/threads.ts'
import { type PostDraft, asksToSend } from './composing.ts'
import { showsAsks } from './shows-asks.ts'
import { lineOf } from './waiting-words.ts'

interface Ways {
  readonly onSent: () => void
  readonly onWaits: () => void
  readonly onRefused?: (error: RefusedError) => void
}

interface SendingAnswer {
  readonly post: Queue<typeof addPost>
  readonly answer: Queue<typeof answerAsk>
  readonly sendAnswer: (ask: Ask, draft: PostDraft, ways: Ways) => void
}

/** Sends what is written in a thread: a post, or the answer to an ask; `about` says of what it is while it waits. */
export function useSendAnswer({ number, about }: { readonly number: number; readonly about: string }): SendingAnswer {
  const queueing = { line: lineOf(number), about, refreshes: [...showsAsks, listScheduled], draft: `thread:${number}` }
  const post = useQueue(addPost, queueing)
  const answer = useQueue(answerAsk, queueing)
  const sendAnswer: SendingAnswer['sendAnswer'] = ({ id }, { body, fyi, asks, files }, ways) => {
    if (asks.length + files.length === 0) return answer.send({ id, body }, ways)
    const written = { number: String(number), body, fyi, asks: asksToSend({ body, asks }), files: filesToSend(files) }
    // What is asked in turn, and files, go with the post that then answers.
    const next = { request: waitingRequest(answerAsk, { id }), key: newKey(), fills: 'post' }
    post.send(written, { ...ways, next })
  }
  return { post, answer, sendAnswer }
}
