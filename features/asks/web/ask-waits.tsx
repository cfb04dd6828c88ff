import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { useNamed } from '#features/availability/web/use-named.ts'
import type { Ask } from '../contract/ask.ts'
import { t } from './row-texts.ts'
import { askActIn } from './waiting-words.ts'

interface AskWaitsProps {
  readonly ask: Ask
  /** Shows what was refused, where that can be decided on; elsewhere a link leads there. */
  readonly refused?: (waiting: Waiting) => ReactNode
}

/** What the reader did about an ask and has not left yet, or was refused; nothing where there is nothing. */
export function AskWaits({ ask, refused = () => null }: AskWaitsProps) {
  return useAskWaits(ask).map((waiting) => (
    <Fragment key={waiting.key}>
      {waiting.refusal ? (refused(waiting) ?? <LookAt ask={ask} waiting={waiting} />) : <Waits ask={ask} waiting={waiting} />}
    </Fragment>
  ))
}

/** What the reader did about this ask and waits, in the order in which they did it. */
export const useAskWaits = ({ id }: Ask): readonly Waiting[] => useWaiting((one) => askActIn(one)?.ask === id)

/** The ids of all asks about which something of the reader's waits. */
export function useAsksWaiting(): ReadonlySet<string> {
  return new Set(useWaiting((one) => askActIn(one) !== null).flatMap((one) => askActIn(one)?.ask ?? []))
}

const said = {
  acknowledge: 'acknowledgeWaits',
  take: 'takeWaits',
  answer: 'answerWaits',
  link: 'linkWaits',
  decline: 'declineWaits',
  pass: 'passWaits',
  move: 'moveWaits',
  withdraw: 'withdrawWaits',
} as const

function Waits({ ask, waiting }: { ask: Ask; waiting: Waiting }) {
  const { act } = askActIn(waiting) ?? { act: 'answer' }
  const { body } = waiting.request
  const handle = typeof body['to'] === 'string' ? body['to'] : ''
  // Who was chosen by their handle alone is not known by name.
  const named = useNamed(waiting.whom === undefined && handle !== '' ? [handle] : [])
  const to = waiting.whom ?? named.get(handle) ?? handle
  const words = act === 'acknowledge' && ask.paging?.state === 'paging' ? 'acknowledgePagingWaits' : said[act]
  const takeBack = (): void => void import('./take-back.ts').then(({ takeBackToWriting }) => takeBackToWriting(waiting))
  return (
    <p className="ask__m ask__m--whole" role="status">
      <span>{t(words, { to })}</span>{' '}
      <button type="button" className="link" onClick={takeBack}>
        {t('answerBack')}
      </button>
    </p>
  )
}

function LookAt({ ask, waiting }: { ask: Ask; waiting: Waiting }) {
  return (
    <p className="ask__m ask__m--whole" role="status">
      <Link className="link" to="/threads/$number" params={{ number: String(ask.number) }} hash={`ask-${ask.id}`}>
        {t(askActIn(waiting)?.act === 'answer' ? 'answerRefused' : 'actRefused')}
      </Link>
    </p>
  )
}
