import { useState } from 'react'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { listAnswered, search } from '../contract.ts'
import { t } from './texts.ts'

interface AnswerDialogProps {
  /** What was asked: what was answered like it is offered first. */
  readonly about: string
  readonly onFound: (found: { number: number; post: string | null }) => void
  readonly onClose: () => void
}

interface Choice {
  readonly key: string
  readonly number: number
  readonly post: string | null
  readonly title: string
  readonly excerpt: string
}

/** Finds the thread or post that answers something already. */
export function AnswerDialog({ about, onFound, onClose }: AnswerDialogProps) {
  const [q, setQ] = useState('')
  const choices = useChoices(q.trim(), about)
  const foot = (
    <Button kind="bare" onClick={onClose}>
      {t('cancel')}
    </Button>
  )
  return (
    <Dialog title={t('findAnswer')} wide onClose={onClose} foot={foot}>
      <TextField
        label={t('field')}
        type="search"
        value={q}
        placeholder={t('placeholder')}
        dir="auto"
        onChange={(event) => setQ(event.target.value)}
      />
      <ul className="rows" aria-live="polite">
        {choices.map(({ key, number, post, title, excerpt }) => (
          <li className="row row--thread" key={key}>
            <Icon name={post === null ? 'messages-square' : 'quote'} />
            <div>
              <p className="row__t" dir="auto">
                {title}
              </p>
              <p className="item__x" dir="auto">
                {excerpt}
              </p>
            </div>
            <Button small aria-label={t('answerWithThis', { title })} onClick={() => onFound({ number, post })}>
              {t('answerWith')}
            </Button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className="quiet">{t(q.trim() === '' ? 'findAnswerHint' : 'nothingMore')}</p>}
    </Dialog>
  )
}

/** What is looked for; until something is, what was answered like it. */
function useChoices(q: string, about: string): Choice[] {
  const like = useAnswer(listAnswered, { q: about.slice(0, 2_000), limit: 5 }, { enabled: q === '' })
  const found = useAnswer(search, { q, limit: 10 }, { enabled: q !== '', keepLast: true })
  if (q === '') {
    return (like.data?.items ?? []).map(({ number, title, excerpt }) => ({ key: String(number), number, post: null, title, excerpt }))
  }
  return (found.data?.items ?? []).flatMap(({ number, post = null, title, excerpt }) =>
    number === undefined ? [] : [{ key: post ?? String(number), number, post, title, excerpt: excerpt.map(({ text }) => text).join('') }],
  )
}
