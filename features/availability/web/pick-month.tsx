import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { formatNumber } from '#platform/text/define-texts.ts'
import { formatLongDate, formatMonth, formatWeekdayName } from '#platform/text/format-time.ts'
import { weekdaysInOrder } from '#platform/text/week.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { stepAcross } from '#ui/direction.ts'
import { dateAfterKey, weeksOf } from './month-weeks.ts'
import { t } from './people-texts.ts'

interface PickMonthProps {
  readonly date: string
  readonly today: string
  readonly onTake: (date: string) => void
}

const FIRST = '2000-01-01'
const LAST = '2100-12-31'

/** A month to choose a date from. Arrows, Home, End and the page keys move; Enter takes. */
export function PickMonth({ date, today, onTake }: PickMonthProps) {
  const [at, setAt] = useState(date)
  const [isByKey, setByKey] = useState(true)
  const month = at.slice(0, 7)
  const move = (to: string, byKey: boolean): void => {
    if (to < FIRST || to > LAST) return
    setByKey(byKey)
    setAt(to)
  }
  const turn = (months: number) => (): void => move(Temporal.PlainDate.from(at).add({ months }).toString(), false)
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = dateAfterKey(at, event.key, stepAcross(event.key))
    if (to === null) return
    event.preventDefault()
    event.stopPropagation()
    move(to, true)
  }
  return (
    <>
      <div className="pickm__head">
        <IconButton icon="chevron-left" label={t('monthBefore')} onClick={turn(-1)} />
        <b aria-live="polite">{formatMonth(month)}</b>
        <IconButton icon="chevron-right" label={t('monthAfter')} onClick={turn(1)} />
      </div>
      <table className="pickm" aria-label={formatMonth(month)} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {weekdaysInOrder().map((weekday) => (
              <th key={weekday} scope="col" abbr={formatWeekdayName(weekday)}>
                {formatWeekdayName(weekday, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={index}>
              {week.map((day, weekday) => (
                <td key={weekday}>
                  {day !== null && (
                    <DayButton
                      day={day}
                      today={today}
                      isAt={day === at}
                      hasFocus={day === at && isByKey}
                      isShown={day === date}
                      onTake={onTake}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pickm__foot">
        <Button kind="bare" small onClick={() => onTake(today)}>
          {t('toToday')}
        </Button>
      </div>
    </>
  )
}

interface DayButtonProps {
  readonly day: string
  readonly today: string
  readonly isAt: boolean
  /** Keys led here. */
  readonly hasFocus: boolean
  readonly isShown: boolean
  readonly onTake: (date: string) => void
}

function DayButton({ day, today, isAt, hasFocus, isShown, onTake }: DayButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (hasFocus) button.current?.focus()
  }, [hasFocus])
  return (
    <button
      ref={button}
      type="button"
      tabIndex={isAt ? 0 : -1}
      aria-label={formatLongDate(`${day}T12:00:00Z`, { zone: 'UTC', now: `${today}T12:00:00Z` })}
      aria-pressed={isShown}
      aria-current={day === today ? 'date' : undefined}
      onClick={() => onTake(day)}
    >
      {formatNumber(Number(day.slice(8)))}
    </button>
  )
}
