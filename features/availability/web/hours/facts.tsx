import { formatDate } from '#platform/text/format-time.ts'
import { t } from './grid-texts.ts'
import type { Fact } from './week-facts.ts'

/** What differs in a week, in words; each leads to its day. */
export function Facts({ facts, onDay }: { facts: readonly Fact[]; onDay: (date: string) => void }) {
  const told = facts.filter(({ text }) => text !== '')
  if (told.length === 0) return <p className="quiet wk-facts">{t('noFacts')}</p>
  return (
    <ul className="wk-facts" aria-label={t('facts')}>
      {told.map(({ date, text }) => (
        <li key={date + text}>
          <button type="button" className="link num" onClick={() => onDay(date)}>
            {formatDate(`${date}T12:00:00Z`, { zone: 'UTC' })}
          </button>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  )
}
