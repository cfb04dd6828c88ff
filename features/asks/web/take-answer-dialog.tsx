import { useState } from 'react'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { answerAsk } from '../contract/asks.ts'
import type { Post } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'
import { useWhy } from './use-why.ts'
import { lineOf } from './waiting-words.ts'

interface TakeAnswerDialogProps {
  readonly post: Post
  /** Of its thread. */
  readonly number: number
  readonly asks: readonly Ask[]
  readonly onClose: () => void
}

/** Which ask a post answers; it is settled by that, and whoever asked is told. */
export function TakeAnswerDialog({ post, number, asks, onClose }: TakeAnswerDialogProps) {
  const [id, setId] = useState(asks[0]?.id ?? '')
  const answer = useQueue(answerAsk, { line: lineOf(number), about: '', refreshes: showsAsks })
  const why = useWhy()
  const done = (): void => {
    onClose()
    showToast({ text: t('answerTaken') })
  }
  const about = asks.find((ask) => ask.id === id)?.text ?? ''
  const take = (): void => answer.send({ id, post: post.id }, { about, onSent: done, onWaits: onClose })
  return (
    <Dialog
      title={t('answersWhich')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={answer.isSending} onClick={take}>
            {t('takeAsAnswer')}
          </Button>
        </>
      }
    >
      <fieldset className="choices">
        <legend className="quiet">{t('answersMore', { name: post.author.name })}</legend>
        {asks.map((ask) => (
          <label className="check" key={ask.id}>
            <input type="radio" name="ask" checked={ask.id === id} onChange={() => setId(ask.id)} />
            <span dir="auto">
              {ask.text}
              <small>{t('askedOf', { from: ask.from.name, owner: ask.owner.name })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {answer.error && <p role="alert">{why(answer.error)}</p>}
    </Dialog>
  )
}
