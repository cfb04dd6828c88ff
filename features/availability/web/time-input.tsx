import { type KeyboardEvent, useState } from 'react'
import { clockTime, keptTime } from '#platform/text/clock-time.ts'
import { hasTwelveHours } from '#platform/text/format-time.ts'

interface TimeInputProps {
  readonly label: string
  /** `09:00`, up to `24:00`. */
  readonly value: string
  readonly onChange: (time: string) => void
}

const WHOLE = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** A time of day, told once it is whole and left, on the reader's clock; `9` and `930` become `09:00` and `09:30`. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    const time = typed === null ? value : keptTime(typed)
    setTyped(WHOLE.test(time) ? null : time)
    if (WHOLE.test(time) && time !== value) onChange(time)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    leave()
  }
  const isTwelve = hasTwelveHours()
  return (
    <input
      className="input"
      type="text"
      inputMode={isTwelve ? 'text' : 'numeric'}
      required
      pattern={isTwelve ? undefined : WHOLE.source}
      aria-invalid={typed !== null && !WHOLE.test(keptTime(typed))}
      maxLength={isTwelve ? 12 : 5}
      aria-label={label}
      value={typed ?? clockTime(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  )
}
