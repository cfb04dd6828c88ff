import { type ChangeEvent, useState } from 'react'
import { Button, buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import type { CalendarForm } from '../calendar-form.ts'
import { HolidayList } from './holiday-list.tsx'
import { canBeTaken, holidaysIn, takenOff } from './holidays.ts'
import { t } from './holiday-texts.ts'
import { SkippedLines } from './skipped-lines.tsx'
import type { Holidays } from './use-holidays.ts'

interface HolidaysPartProps {
  readonly holidays: Holidays
  readonly calendar: CalendarForm
  readonly today: string
  readonly onTake: (next: CalendarForm, said: string) => void
}

/** Days off from a file somebody chose, to be taken into their calendar, all or some. */
export function HolidaysPart({ holidays: { kept, failed, choose, putAway }, calendar, today, onTake }: HolidaysPartProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const days = holidaysIn(calendar, kept.days)
  // Where somebody set hours of their own they have decided; it is taken only when they say so.
  const isChosen = ({ date, standing }: (typeof days)[number]): boolean => (standing === 'chosen' ? left.has(date) : !left.has(date))
  const chosen = days.filter((day) => canBeTaken(day) && isChosen(day))
  const onFile = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? []
    if (file) void choose(file, today)
    setLeft(new Set())
    // The same file can be chosen again.
    target.value = ''
  }
  const toggle = (date: string): void => setLeft(left.symmetricDifference(new Set([date])))
  const take = (): void => {
    onTake(takenOff(calendar, days, new Set(chosen.map(({ date }) => date))), t('taken', { count: chosen.length }))
    setLeft(new Set())
  }
  return (
    <div className="hol">
      <div className="acts">
        <label className={buttonClass({ small: true })}>
          <Icon name="calendar-days" />
          {kept.file === '' ? t('choose') : t('another')}
          <input type="file" className="hol__file" accept=".ics,.csv,text/calendar,text/csv" onChange={onFile} />
        </label>
        {kept.file !== '' && (
          <Button kind="bare" small onClick={putAway}>
            {t('putAway')}
          </Button>
        )}
      </div>
      {failed && <Notice tone="stop">{t(failed)}</Notice>}
      {kept.file !== '' && (
        <>
          <p className="hol__found" role="status">
            {days.length === 0 ? t('none', { file: kept.file }) : t('found', { file: kept.file, count: days.length })}
          </p>
          <HolidayList days={days} isChosen={isChosen} onToggle={toggle} />
          {days.length > 0 &&
            (chosen.length > 0 ? (
              <Button small onClick={take}>
                {t('take', { count: chosen.length })}
              </Button>
            ) : (
              <p className="hint">{t('nothingToTake')}</p>
            ))}
          <SkippedLines skipped={kept.skipped} />
        </>
      )}
    </div>
  )
}
