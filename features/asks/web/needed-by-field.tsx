import { useNow } from '#platform/browser/now.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { type NeededByAsked, neededByText } from './needed-by-text.ts'
import { t } from './texts.ts'

interface NeededByFieldProps {
  readonly value: NeededByAsked | undefined
  readonly error?: string | undefined
  readonly onChange: (value: NeededByAsked) => void
}

const days = [0, 1, 2, 3, 5, 10] as const
const DATE = 'date'

/** By when something is needed: working days of the receiver, a date, or whenever. */
export function NeededByField({ value, error, onChange }: NeededByFieldProps) {
  const now = useNow()
  const choose = (key: string): void => {
    const chosen = neededByOf(key, now)
    if (chosen !== undefined) onChange(chosen)
  }
  return (
    <>
      <SelectField label={t('neededByLabel')} value={neededByKey(value)} error={error} onChange={(event) => choose(event.target.value)}>
        <NeededByOptions />
      </SelectField>
      {isDate(value) && (
        <TextField
          label={t('neededChoose')}
          type="date"
          value={value.on}
          onChange={(event) => event.target.value && onChange({ on: event.target.value })}
        />
      )}
    </>
  )
}

/** What can be chosen; `fallback` says what holds while nothing is, where that may be. */
export function NeededByOptions({ fallback }: { fallback?: string }) {
  const now = useNow()
  const words = (neededBy: NeededByAsked): string => neededByText(neededBy, { zone: 'UTC', now })
  return (
    <>
      {fallback !== undefined && <option value="">{fallback}</option>}
      {days.map((count) => (
        <option key={count} value={String(count)}>
          {words({ in: count })}
        </option>
      ))}
      <option value={DATE}>{t('neededChoose')}</option>
      <option value="whenever">{words('whenever')}</option>
    </>
  )
}

/** Whether it is on a date, which is then chosen too. */
export function isDate(value: NeededByAsked | undefined): value is { on: string } {
  return typeof value === 'object' && 'on' in value
}

/** The option that stands for what was chosen. */
export function neededByKey(value: NeededByAsked | undefined): string {
  if (value === undefined || value === 'whenever') return value ?? ''
  return 'in' in value ? String(value.in) : DATE
}

/** What an option means; on a date, at first the one in a week. */
export function neededByOf(key: string, now: Temporal.Instant): NeededByAsked | undefined {
  if (key === '') return undefined
  if (key === 'whenever') return key
  return key === DATE ? { on: now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 7 }).toString() } : { in: Number(key) }
}
