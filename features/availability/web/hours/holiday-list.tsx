import { useState } from 'react'
import { formatDate } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { canBeTaken, type Holiday } from './holidays.ts'
import { t } from './holiday-texts.ts'

interface HolidayListProps {
  readonly days: readonly Holiday[]
  readonly isChosen: (day: Holiday) => boolean
  readonly onToggle: (date: string) => void
}

const SHOWN = 24

/** The days of a file; those that are worked can be chosen. */
export function HolidayList({ days, isChosen, onToggle }: HolidayListProps) {
  const [isWhole, setWhole] = useState(false)
  const year = days[0]?.date ?? '2026-01-01'
  return (
    <>
      <ul className="hol__days" aria-label={t('list')}>
        {(isWhole ? days : days.slice(0, SHOWN)).map((day) => (
          <li key={day.date}>
            <label className="check">
              <input
                type="checkbox"
                disabled={!canBeTaken(day)}
                checked={canBeTaken(day) && isChosen(day)}
                onChange={() => onToggle(day.date)}
              />
              <span>
                <span className="num">{formatDate(`${day.date}T12:00:00Z`, { zone: 'UTC', now: `${year}T12:00:00Z` })}</span>{' '}
                <b dir="auto">{day.name || t('unnamed')}</b>
                {day.standing !== 'worked' && <small>{t(day.standing)}</small>}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {!isWhole && days.length > SHOWN && (
        <Button kind="bare" small onClick={() => setWhole(true)}>
          {t('showAll', { count: days.length })}
        </Button>
      )}
    </>
  )
}
