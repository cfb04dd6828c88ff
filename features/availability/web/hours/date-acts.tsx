import { formatDate, formatWeekdayName } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { dayOf, weekdayOf } from '../../rules/dates.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { absenceOn } from './date-columns.ts'
import { asUsual, awayOn, everyWeek, thereOn } from './edits.ts'
import { t } from './grid-texts.ts'

interface DateActsProps {
  readonly calendar: CalendarForm
  readonly date: string
  readonly onCalendar: (next: CalendarForm, said: string) => void
  /** To the list in which absences or journeys are edited. */
  readonly onList: (list: 'away' | 'travel') => void
}

/** What can be done with one date: its own hours every week or never, away, another zone from it on. */
export function DateActs({ calendar, date, onCalendar, onList }: DateActsProps) {
  const weekday = formatWeekdayName(weekdayOf(dayOf(date)))
  const absence = absenceOn(calendar, date)
  const text = (day: string): string => formatDate(`${day}T12:00:00Z`, { zone: 'UTC' })
  const travels = (): void => {
    if (!calendar.travel.some(({ from }) => from === date))
      onCalendar({ ...calendar, travel: [...calendar.travel, { from: date, timeZone: calendar.timeZone }] }, t('travelFrom'))
    onList('travel')
  }
  return (
    <>
      {date in calendar.overrides ? (
        <div className="dayp__row dayp__row--ask">
          <p>{t('differs', { weekday })}</p>
          <Button small onClick={() => onCalendar(everyWeek(calendar, date), t('everyWeek', { weekday }))}>
            {t('everyWeek', { weekday })}
          </Button>
          <Button small kind="bare" icon="rotate-ccw" onClick={() => onCalendar(asUsual(calendar, date), t('asUsual', { weekday }))}>
            {t('asUsual', { weekday })}
          </Button>
        </div>
      ) : (
        <p className="hint">{t('usualDay', { weekday })}</p>
      )}
      <div className="acts">
        {absence ? (
          <>
            <p className="dayp__away">
              {absence.cover === undefined
                ? t('awayAlone', { from: text(absence.from), to: text(absence.to) })
                : t('awayWith', { from: text(absence.from), to: text(absence.to), cover: absence.cover })}
            </p>
            <Button small onClick={() => onList('away')}>
              {t('awayEdit')}
            </Button>
            <Button small kind="bare" onClick={() => onCalendar(thereOn(calendar, date), t('there'))}>
              {t('there')}
            </Button>
          </>
        ) : (
          <Button small icon="calendar-days" onClick={() => onCalendar(awayOn(calendar, date), t('awayWhole'))}>
            {t('awayWhole')}
          </Button>
        )}
        <Button small icon="plane" onClick={travels}>
          {t('travelFrom')}
        </Button>
      </div>
    </>
  )
}
