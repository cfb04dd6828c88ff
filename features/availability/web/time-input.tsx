import { type KeyboardEvent, useState } from 'react'

interface TimeInputProps {
  readonly label: string
  /** `09:00`, up to `24:00`. */
  readonly value: string
  readonly onChange: (time: string) => void
}

const WHOLE = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

/** A time of day on the 24-hour clock, told once it is whole and left; `9` and `930` become `09:00` and `09:30`. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const leave = (): void => {
    const time = completeTime(typed ?? value)
    setTyped(WHOLE.test(time) ? null : time)
    if (WHOLE.test(time) && time !== value) onChange(time)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    leave()
  }
  return (
    <input
      className="input"
      type="text"
      inputMode="numeric"
      required
      pattern="([01]\d|2[0-3]):[0-5]\d|24:00"
      maxLength={5}
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={onKeyDown}
    />
  )
}

/** What was typed as a whole time, where that can be told. */
export function completeTime(typed: string): string {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(typed.trim())
  if (!match) return typed.trim()
  return `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`
}
