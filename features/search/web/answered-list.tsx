import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Icon } from '#ui/icon.tsx'
import { type Answered, listAnswered } from '../contract.ts'
import { t } from './texts.ts'

interface AnsweredListProps {
  /** What is about to be asked. */
  readonly text: string
  /** The thread it is asked in. */
  readonly except?: number | undefined
  /** Puts a link to this thread into the text. */
  readonly onLink: (number: number) => void
}

const PAUSE = 800
const MOST = 2_000

/** What may have been answered already: said calmly below what is being written, and nothing where there is none. */
export function AnsweredList({ text, except, onLink }: AnsweredListProps) {
  const q = usePaused(text.trim().slice(0, MOST))
  const { data } = useAnswer(listAnswered, { q, limit: 3 }, { enabled: q.includes(' '), keepLast: true, staleTime: 60_000 })
  const items = q === '' ? [] : (data?.items ?? []).filter(({ number }) => number !== except)
  if (items.length === 0) return null
  return (
    <section className="coach" aria-label={t('answered')}>
      <p className="coach__h">
        {t('answered')}
        <span>{t('answeredMore')}</span>
      </p>
      <ul>
        {items.map((one) => (
          <AnsweredItem key={one.number} answered={one} onLink={onLink} />
        ))}
      </ul>
    </section>
  )
}

function AnsweredItem({ answered, onLink }: { answered: Answered; onLink: (number: number) => void }) {
  const now = useNow()
  const zone = useMyZone()
  const { number, title, seq, excerpt, by, at, state } = answered
  return (
    <li>
      <Icon name={state === 'concluded' ? 'circle-check' : 'reply'} />
      <span>
        <Link to="/threads/$number" params={{ number: String(number) }} search={seq === null ? {} : { post: seq }} dir="auto">
          {title}
        </Link>
        <span className="item__x" dir="auto">
          {t('answeredBy', { name: by.name, when: formatSoon(at, { zone, now }), excerpt })}
        </span>
      </span>
      <span className="acts">
        <button type="button" className="link" onClick={() => onLink(number)} aria-label={t('linkTo', { title })}>
          {t('link')}
        </button>
      </span>
    </li>
  )
}

/** A text once nothing was typed for a little while. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
