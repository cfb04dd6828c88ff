import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { answerAsk } from '../contract/asks.ts'
import { listPosts } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { beginningOf } from './quoting.ts'
import { showsAsks } from './shows-asks.ts'

/** Which of the posts behind it answers an ask. */
export function ChooseAnswerDialog({ ask, after, onClose }: { ask: Ask; after: number; onClose: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const [chosen, setChosen] = useState<string | null>(null)
  const { data, error } = useAnswer(listPosts, { number: String(ask.number), after, limit: 100 })
  const answer = useSend(answerAsk, { refreshes: showsAsks })
  const posts = (data?.items ?? []).filter((post) => !post.deleted && !post.moved)
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
            busy={answer.isPending}
            disabled={chosen === null}
            onClick={() => chosen && answer.mutate({ id: ask.id, post: chosen }, { onSuccess: done })}
          >
            {t('takeAsAnswer')}
          </Button>
        </>
      }
    >
      {!data && !error && <Skeleton shape="text" />}
      {data && posts.length === 0 && <p>{t('noAnswers')}</p>}
      <fieldset className="choices">
        <legend className="quiet" dir="auto">
          {ask.text}
        </legend>
        {posts.map((post) => (
          <label className="check" key={post.id}>
            <input type="radio" name="post" checked={post.id === chosen} onChange={() => setChosen(post.id)} />
            <span dir="auto">
              {beginningOf(post.body)}
              <small>{t('byWhen', { name: post.author.name, when: formatSoon(post.at, { zone, now }) })}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {(error ?? answer.error) && <p role="alert">{(error ?? answer.error)?.message}</p>}
    </Dialog>
  )
}
