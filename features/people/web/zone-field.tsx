import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { formatRow } from '#platform/text/format-span.ts'
import { formatTime } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { type Choice, ComboField } from '#ui/combo-field.tsx'
import { t } from './texts.ts'
import { isZone, offsetOf, placesFor, type ZonePlace } from './zone-places.ts'

interface ZoneFieldProps {
  readonly label: string
  /** A time zone by its name, such as `Europe/Lisbon`. */
  readonly value: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly onChange: (zone: string) => void
}

/** A time zone, found by a city, a country or its name, with what the clocks there say now. */
export function ZoneField({ label, value, hint, error, onChange }: ZoneFieldProps) {
  const now = useNow()
  const [chosen, setChosen] = useState<ZonePlace | null>(null)
  const clockOf = (zone: string): string => formatRow([formatTime(now, { zone }), offsetOf(zone, now)])
  const choicesFor = (typed: string): readonly Choice[] =>
    placesOrZone(typed).map(({ zone, city, country }) => ({
      key: `${zone} ${city}`,
      label: city,
      detail: formatRow([country, clockOf(zone)]),
    }))
  const choose = ({ key, label: city }: Choice): void => {
    const zone = key.slice(0, -city.length - 1)
    setChosen({ zone, city, country: '' })
    onChange(zone)
  }
  return (
    <ComboField
      label={label}
      called={chosen?.zone === value ? chosen.city : zoneCity(value)}
      hint={formatRow([isZone(value) ? t('zoneNow', { clock: clockOf(value) }) : '', hint ?? ''], 'sentences')}
      error={error}
      none={t('zoneUnknown')}
      choicesFor={choicesFor}
      onChoose={choose}
    />
  )
}

/** The device's own zone stands first while nothing is typed. */
function placesOrZone(typed: string): readonly ZonePlace[] {
  const name = typed.trim()
  const found = placesFor(name)
  if (name === '') {
    const own = placeOf(Intl.DateTimeFormat().resolvedOptions().timeZone)
    return [own, ...found.filter(({ zone, city }) => zone !== own.zone || city !== own.city)]
  }
  return found.length === 0 && isZone(name) ? [placeOf(name)] : found
}

const placeOf = (zone: string): ZonePlace => ({ zone, city: zoneCity(zone), country: '' })
