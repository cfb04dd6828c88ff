import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { DraftConflict } from '#features/threads/web/draft-conflict.tsx'
import { useSyncedDraft } from '#features/threads/web/use-synced-draft.ts'
import type { Sent } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import type { Ask } from '../contract/ask.ts'
import { keptText } from './composer.tsx'
import { ComposerText } from './composer-text.tsx'
import { emptyPost } from './composing.ts'
import { AnswerDelivery } from './delivery.tsx'
import { t } from './texts.ts'
import { useSendAnswer } from './use-send-answer.ts'

interface RowAnswerProps {
  readonly ask: Ask
  /** Told when it leaves; what becomes of it is told by the promise. */
  readonly onSend: (sending: Promise<Sent>) => void
  readonly onClose: () => void
}

/** An answer written in a row: the same draft as in its thread, with when it is read. */
export function RowAnswer({ ask, onSend, onClose }: RowAnswerProps) {
  const key = `thread:${ask.number}`
  const hint = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { value: draft, set, isSynced, conflict } = useSyncedDraft(key, emptyPost)
  const { post, answer, sendAnswer } = useSendAnswer({ number: ask.number, about: ask.text })
  const isPending = post.isSending || answer.isSending
  useLayoutEffect(() => {
    field.current?.focus()
    field.current?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
  }, [])
  const canSend = draft.body.trim() !== '' && !isPending
  const send = (): void =>
    onSend(
      new Promise((resolve, reject) =>
        sendAnswer(ask, draft, { onSent: () => resolve('sent'), onWaits: () => resolve('waits'), onRefused: reject }),
      ),
    )
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const isSend = event.key === 'Enter' && (event.metaKey || event.ctrlKey)
    if (!isSend && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (!isSend) onClose()
    else if (canSend) send()
  }
  return (
    <section className="composer composer--row" aria-label={t('answerHere')} onKeyDown={onKeyDown}>
      {conflict && <DraftConflict conflict={conflict} />}
      <ComposerText
        label={t('answerHere')}
        value={draft.body}
        describedBy={hint}
        readOnly={isPending}
        number={ask.number}
        onChange={(body) => set({ ...draft, body })}
        focus={field}
      />
      <div className="deliver">
        <AnswerDelivery ask={ask} />
        <p className="deliver__s" id={hint}>
          {keptText(draft, isSynced)}{' '}
          <Link className="link" to="/threads/$number" params={{ number: String(ask.number) }} hash={`ask-${ask.id}`}>
            {t('answerInThread')}
          </Link>
        </p>
        <span className="acts">
          <Button kind="bare" keys="escape" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" keys="mod+enter" busy={isPending} disabled={!canSend} onClick={send}>
            {t('answer')}
          </Button>
        </span>
      </div>
    </section>
  )
}
