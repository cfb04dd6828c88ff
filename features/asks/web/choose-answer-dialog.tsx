import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { answerAsk } from '../contract/asks.ts'
import { t } from './post-texts.ts'
import { beginningOf } from './quoting.ts'
import { useAskAct } from './use-ask-act.ts'
import { usePostsBehind } from './use-posts-behind.ts'
import { useWhy } from './use-why.ts'

/** Which of the posts behind it answers an ask. */
export function ChooseAnswerDialog({ ask, after, onClose }: { ask: Ask; after: number; onClose: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const [chosen, setChosen] = useState<string | null>(null)
  const { posts, error } = usePostsBehind(ask.number, after)
  const answer = useAskAct(answerAsk, ask)
  const why = useWhy()
  const failure = error ?? answer.error
  const done = (): void => {
    onClose()
    showToast({ text: t('answerTaken') })
  }
  return (
    <Dialog
      title={t('whichAnswers')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            busy={answer.isSending}
            disabled={chosen === null}
            onClick={() => chosen && answer.send({ id: ask.id, post: chosen }, { onSent: done, onWaits: onClose })}
          >
            {t('takeAsAnswer')}
          </Button>
        </>
      }
    >
      {!posts && !error && <Skeleton shape="text" />}
      {posts?.length === 0 && <p>{t('noAnswers')}</p>}
      <fieldset className="choices">
        <legend className="quiet" dir="auto">
          {ask.text}
        </legend>
        {posts?.map((post) => (
          <label className="check" key={post.id}>
            <input type="radio" name="post" checked={post.id === chosen} onChange={() => setChosen(post.id)} />
            <span dir="auto">
              {beginningOf(post.body)}
              <small>{t('byWhen', { name: post.author.name, when: formatSoon(post.at, { zone, now }) })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {failure && <p role="alert">{why(failure)}</p>}
    </Dialog>
  )
}
