import { Link } from '@tanstack/react-router'
import { useWaiting } from '#platform/browser/waiting.ts'
import type { Ask } from '../contract/ask.ts'
import { t } from './row-texts.ts'
import { answeredBy } from './waiting-words.ts'

/** That the reader's answer to an ask waits to be sent, or was refused; nothing where there is none. */
export function AnswerWaits({ ask }: { ask: Ask }) {
  const [waiting] = useWaiting((one) => answeredBy(one) === ask.id)
  if (!waiting) return null
  const takeBack = (): void => void import('#platform/browser/outbox.ts').then((outbox) => outbox.takeBack(waiting))
  return (
    <p className="ask__m" role="status">
      {waiting.refusal ? (
        <Link className="link" to="/threads/$number" params={{ number: String(ask.number) }}>
          {t('answerRefused')}
        </Link>
      ) : (
        <>
          <span>{t('answerWaits')}</span>
          <button type="button" className="link" onClick={takeBack}>
            {t('answerBack')}
          </button>
        </>
      )}
    </p>
  )
}

/** Whether an answer of the reader's to this ask waits. */
export function useAnswerWaits(ask: Ask): boolean {
  return useWaiting((one) => answeredBy(one) === ask.id).length > 0
}
