import { useNow } from '#platform/browser/now.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { type NeededByAsked, neededByText } from './needed-by-text.ts'
import { t } from './texts.ts'

interface NeededByFieldProps {
  readonly value: NeededByAsked | undefined
  /** What holds while nothing is chosen; absent where something must be. */
  readonly fallback?: string
  readonly error?: string | undefined
  readonly onChange: (value: NeededByAsked) => void
}

const days = [0, 1, 2, 3, 5, 10] as const
const DATE = 'date'

/** By when something is needed: working days of the receiver, a date, or whenever. */
export function NeededByField({ value, fallback, error, onChange }: NeededByFieldProps) {
  const now = useNow()
  const words = (neededBy: NeededByAsked): string => neededByText(neededBy, { zone: 'UTC', now })
  const choose = (key: string): void => {
    if (key === 'whenever') onChange('whenever')
    else if (key === DATE) onChange({ on: now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 7 }).toString() })
    else if (key !== '') onChange({ in: Number(key) })
  }
  return (
    <>
      <SelectField label={t('neededByLabel')} value={keyOf(value)} error={error} onChange={(event) => choose(event.target.value)}>
        {fallback !== undefined && <option value="">{fallback}</option>}
        {days.map((count) => (
          <option key={count} value={String(count)}>
            {words({ in: count })}
          </option>
        ))}
        <option value={DATE}>{t('neededChoose')}</option>
        <option value="whenever">{words('whenever')}</option>
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

function isDate(value: NeededByAsked | undefined): value is { on: string } {
  return typeof value === 'object' && 'on' in value
}

function keyOf(value: NeededByAsked | undefined): string {
  if (value === undefined || value === 'whenever') return value ?? ''
  return 'in' in value ? String(value.in) : DATE
}
