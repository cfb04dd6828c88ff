import { type ChangeEvent, useState } from 'react'
import { TextField } from '#ui/field.tsx'
import { t } from '../hours-texts.ts'

interface ZoneFieldProps {
  readonly label: string
  readonly value: string
  readonly error?: string | undefined
  readonly onChange: (zone: string) => void
}

const zones = Intl.supportedValuesOf('timeZone')

/** A time zone by name, told once there is such a one. */
export function ZoneField({ label, value, error, onChange }: ZoneFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const change = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const known = isZone(target.value)
    target.setCustomValidity(known ? '' : t('zoneUnknown'))
    setTyped(known ? null : target.value)
    if (known) onChange(target.value)
  }
  return (
    <TextField
      label={label}
      list="zones"
      required
      spellCheck={false}
      autoComplete="off"
      value={typed ?? value}
      error={typed === null ? error : t('zoneUnknown')}
      onChange={change}
    />
  )
}

/** What a zone can be chosen from; once on a page. */
export function ZoneList() {
  return (
    <datalist id="zones">
      {zones.map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  )
}

function isZone(name: string): boolean {
  try {
    // An offset such as +02:00 would be taken as a zone: names begin with a letter.
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
