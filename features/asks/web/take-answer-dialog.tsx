import { useState } from 'react'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { answerAsk } from '../contract/asks.ts'
import type { Post } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'

/** Which ask a post answers; it is settled by that, and whoever asked is told. */
export function TakeAnswerDialog({ post, asks, onClose }: { post: Post; asks: readonly Ask[]; onClose: () => void }) {
  const [id, setId] = useState(asks[0]?.id ?? '')
  const answer = useSend(answerAsk, { refreshes: showsAsks })
  const done = (): void => {
    onClose()
    showToast({ text: t('answerTaken') })
  }
  return (
    <Dialog
      title={t('answersWhich')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button kind="main" busy={answer.isPending} onClick={() => answer.mutate({ id, post: post.id }, { onSuccess: done })}>
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
      {answer.error && <p role="alert">{answer.error.message}</p>}
    </Dialog>
  )
}
