import { useState } from 'react'
import { ZoneField } from '#features/people/web/zone-field.tsx'
import { formatDateTime } from '#platform/text/format-time.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { type CalendarForm, withHours } from './calendar-form.ts'
import { t } from './hours-texts.ts'
import { IntervalsEditor } from './intervals-editor.tsx'
import { PersonField } from './person-field.tsx'

interface EditorProps {
  readonly calendar: CalendarForm
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (over: Partial<CalendarForm>) => void
  /** A week from today, for what is added. */
  readonly soon: string
}

/** Absences: whole days with who stands in; those by the hour stand as they are. */
export function AwayEditor({ calendar, errorOf, onChange, soon }: EditorProps) {
  const { away, timeZone } = calendar
  const replace = (index: number, entry: CalendarForm['away'][number]): void =>
    onChange({ away: away.map((other, at) => (at === index ? entry : other)) })
  return (
    <>
      {away.length === 0 && <p className="quiet">{t('awayNone')}</p>}
      {away.map((entry, index) => (
        <div className="dates" key={index}>
          {'from' in entry ? (
            <>
              <TextField
                label={t('first')}
                type="date"
                required
                value={entry.from}
                error={errorOf(`away.${index}`)}
                onChange={(event) => replace(index, { ...entry, from: event.target.value })}
              />
              <TextField
                label={t('last')}
                type="date"
                required
                min={entry.from}
                value={entry.to}
                onChange={(event) => replace(index, { ...entry, to: event.target.value })}
              />
              <PersonField
                withSpaces
                label={t('cover')}
                value={entry.cover ?? ''}
                onChange={(cover) => replace(index, { from: entry.from, to: entry.to, ...(cover ? { cover } : {}) })}
              />
            </>
          ) : (
            <>
              <p>
                {t('oneTime', { from: formatDateTime(entry.start, { zone: timeZone }), to: formatDateTime(entry.end, { zone: timeZone }) })}
              </p>
              <PersonField
                withSpaces
                label={t('cover')}
                value={entry.cover ?? ''}
                onChange={(cover) => replace(index, { start: entry.start, end: entry.end, ...(cover ? { cover } : {}) })}
              />
            </>
          )}
          <IconButton icon="x" label={t('remove')} onClick={() => onChange({ away: away.filter((_, at) => at !== index) })} />
        </div>
      ))}
      <Button small icon="plus" onClick={() => onChange({ away: [...away, { from: soon, to: soon }] })}>
        {t('addAway')}
      </Button>
    </>
  )
}

/** Journeys: from a date on, another zone. */
export function TravelEditor({ calendar, errorOf, onChange, soon }: EditorProps) {
  const { travel } = calendar
  const replace = (index: number, over: Partial<CalendarForm['travel'][number]>): void =>
    onChange({ travel: travel.map((other, at) => (at === index ? { ...other, ...over } : other)) })
  return (
    <>
      {travel.length === 0 && <p className="quiet">{t('travelNone')}</p>}
      {travel.map((entry, index) => (
        <div className="dates" key={index}>
          <TextField
            label={t('travelFrom')}
            type="date"
            required
            value={entry.from}
            error={errorOf(`travel.${index}.from`)}
            onChange={(event) => replace(index, { from: event.target.value })}
          />
          <ZoneField
            label={t('travelZone')}
            value={entry.timeZone}
            error={errorOf(`travel.${index}.timeZone`)}
            onChange={(zone) => replace(index, { timeZone: zone })}
          />
          <IconButton icon="x" label={t('remove')} onClick={() => onChange({ travel: travel.filter((_, at) => at !== index) })} />
        </div>
      ))}
      <Button small icon="plane" onClick={() => onChange({ travel: [...travel, { from: soon, timeZone: calendar.timeZone }] })}>
        {t('addTravel')}
      </Button>
    </>
  )
}

/** Days that differ from the week. */
export function OverridesEditor({ calendar, errorOf, onChange, soon }: EditorProps) {
  const { overrides } = calendar
  const move = (from: string, to: string): void => {
    const { [from]: hours = [], ...rest } = overrides
    if (to !== '' && !(to in rest)) onChange({ overrides: { ...rest, [to]: hours } })
  }
  return (
    <>
      {Object.keys(overrides).length === 0 && <p className="quiet">{t('overridesNone')}</p>}
      {Object.entries(overrides)
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([date, hours]) => (
          <div className="dates" key={date}>
            <DayField date={date} error={errorOf(`overrides.${date}`)} onChange={(to) => move(date, to)} />
            <IntervalsEditor
              what={t('work')}
              day={date}
              intervals={hours}
              addLabel={t('addHours')}
              onChange={(next) => onChange({ overrides: withHours(overrides, date, { intervals: next, keepEmpty: true }) })}
            />
            <IconButton
              icon="x"
              label={t('remove')}
              onClick={() => onChange({ overrides: withHours(overrides, date, { intervals: [] }) })}
            />
          </div>
        ))}
      <Button small icon="calendar-days" onClick={() => onChange({ overrides: { ...overrides, [soon]: overrides[soon] ?? [] } })}>
        {t('addDay')}
      </Button>
    </>
  )
}

interface DayFieldProps {
  readonly date: string
  readonly error: string | undefined
  readonly onChange: (date: string) => void
}

/** A date, told once it is left: what is typed of one is another date after each key, and the days are in the order of their dates. */
function DayField({ date, error, onChange }: DayFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    setTyped(null)
    if (typed !== null && typed !== date) onChange(typed)
  }
  return (
    <TextField
      label={t('day')}
      type="date"
      required
      value={typed ?? date}
      error={error}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
