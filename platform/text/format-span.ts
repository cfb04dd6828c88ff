import { millisecondsOf, type Moment } from './moment.ts'
import { reader } from './reader.ts'
import { timeText } from './time-texts.ts'

const lists = new Map<string, Intl.ListFormat>()

/** How far away a moment is, in its largest sensible unit: `in 26 min`, `in 7 h`, `in 3 days`, `5 h ago`, `now`. */
export function formatFromNow(moment: Moment, now: Moment): string {
  const minutes = Math.round((millisecondsOf(moment) - millisecondsOf(now)) / 60_000)
  if (minutes === 0) return timeText('now')
  const span = rounded(Math.abs(minutes))
  return minutes > 0 ? timeText('in', { span }) : timeText('ago', { span })
}

/** A length of time in minutes, said whole: `5 min`, `2 h`, `1 h 30 min`, `3 days` from two full days on. */
export function formatDuration(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return timeText('minutes', { count: whole })
  if (whole >= 2880 && whole % 1440 === 0) return timeText('days', { count: whole / 1440 })
  const hours = Math.floor(whole / 60)
  return whole % 60 === 0 ? timeText('hours', { count: hours }) : timeText('hoursAndMinutes', { hours, minutes: whole % 60 })
}

/** `Ann, Kenji and Priya` */
export function formatList(items: readonly string[]): string {
  const { locale } = reader()
  const made = lists.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' })
  lists.set(locale, made)
  return made.format(items)
}

/** What stands side by side, with what the language writes between: `Ann, Kenji`; of clauses `;`, of sentences a full stop. */
export function formatRow(parts: readonly string[], between: 'listed' | 'clauses' | 'sentences' = 'listed'): string {
  return parts.filter((part) => part !== '').reduce((before, after) => (before === '' ? after : timeText(between, { before, after })), '')
}

function rounded(minutes: number): string {
  if (minutes < 60) return timeText('minutes', { count: minutes })
  if (minutes < 2880) return timeText('hours', { count: Math.round(minutes / 60) })
  return timeText('days', { count: Math.round(minutes / 1440) })
}
