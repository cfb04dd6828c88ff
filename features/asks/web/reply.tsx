import { type RefObject, useImperativeHandle, useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import type { Space } from '#features/spaces/contract/space.ts'
import { filesToSend } from '#features/threads/web/use-file-draft.ts'
import { DraftConflict } from '#features/threads/web/draft-conflict.tsx'
import { useSyncedDraft } from '#features/threads/web/use-synced-draft.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Notice } from '#ui/notice.tsx'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import type { Thread, addPost } from '../contract/threads.ts'
import { AskKind } from './ask-kind.tsx'
import { Composer } from './composer.tsx'
import { asksToSend, emptyPost } from './composing.ts'
import { type AnswerFound, useFinding } from './finding.ts'
import { withQuote } from './quoting.ts'
import { sendingAt } from './sending-at.ts'
import { t } from './texts.ts'
import { useSendAnswer } from './use-send-answer.ts'

interface ReplyProps {
  readonly thread: Thread
  readonly space: Space | undefined
  /** The ask that this answers, if it does. */
  readonly answering: Ask | null
  readonly onAnswered: () => void
  readonly focus: RefObject<HTMLTextAreaElement | null>
  /** Takes a quote into what is being written. */
  readonly quoting: RefObject<((quote: string) => void) | null>
  /** Absent where the reader may not write them, or what they wrote waits. */
  readonly onHighlights: (() => void) | undefined
}

/** What the reader writes in a thread: a post, or the answer to an ask. The draft is kept until it is sent. */
export function Reply({ thread, space, answering, onAnswered, focus, quoting, onHighlights }: ReplyProps) {
  const key = `thread:${thread.number}`
  const now = useNow()
  const zone = useMyZone()
  const { value: draft, set: setDraft, isSynced, conflict } = useSyncedDraft(key, emptyPost)
  const { post, answer, sendAnswer } = useSendAnswer({ number: thread.number, about: thread.title })
  useImperativeHandle(quoting, () => (quote) => setDraft((before) => ({ ...before, body: withQuote(before.body, quote) })))
  const [isFinding, setFinding] = useState(false)
  const FindAnswer = useFinding()?.FindAnswer
  const tellLater = (made: OutputOf<typeof addPost>): void => {
    if ('sendAt' in made) showToast({ text: t('willLeave', { time: formatSoon(made.sendAt, { zone, now }) }) })
  }
  const answered = { onSent: onAnswered, onWaits: onAnswered }
  const answerWith = ({ number, post: found }: AnswerFound): void => {
    setFinding(false)
    if (!answering) return
    const body = draft.body.trim() === '' || number === thread.number ? {} : { body: draft.body }
    const about = 'body' in body ? {} : { about: answering.text }
    answer.send({ id: answering.id, ...body, ...(found === null ? { thread: number } : { post: found }) }, { ...answered, ...about })
  }
  const send = (): void => {
    const written = {
      number: String(thread.number),
      body: draft.body,
      fyi: draft.fyi,
      asks: asksToSend(draft),
      files: filesToSend(draft.files),
    }
    const at = sendingAt(draft, now)
    if (!answering) post.send({ ...written, ...(at ? { sendAt: at } : {}) }, { onSent: tellLater })
    else sendAnswer(answering, draft, answered)
  }
  const place = {
    space: space?.slug,
    respondWithin: space?.respondWithin ?? 1,
    wordsBefore: thread.words,
    hasHighlights: thread.highlights !== null,
    number: thread.number,
  }
  return (
    <Composer
      label={answering ? t('answerHere') : t('yourReply')}
      draft={draft}
      isSynced={isSynced}
      onChange={setDraft}
      onSend={send}
      sendLabel={answering ? t('answer') : t('send')}
      place={place}
      sending={{ isPending: post.isSending || answer.isSending, error: answering ? (answer.error ?? post.error) : post.error }}
      focus={focus}
      onHighlights={onHighlights}
      answering={answering ?? undefined}
      head={
        <>
          {conflict && <DraftConflict conflict={conflict} />}
          {answering && isFinding && FindAnswer && (
            <FindAnswer about={answering.text} onFound={answerWith} onClose={() => setFinding(false)} />
          )}
          {answering && (
            <Notice
              tone="plain"
              icon="reply"
              acts={
                <>
                  {FindAnswer && (
                    <Button small icon="link-2" onClick={() => setFinding(true)}>
                      {t('answerWithLink')}
                    </Button>
                  )}
                  <Button small kind="bare" onClick={onAnswered}>
                    {t('cancel')}
                  </Button>
                </>
              }
            >
              <AskKind verb={answering.verb} /> {answering.text}
            </Notice>
          )}
        </>
      }
    />
  )
}
