import type { Ask } from '#features/asks/contract/ask.ts'
import { formatDateTime } from '#platform/text/format-time.ts'
import { systemClock } from '#platform/time/clock.ts'

/** One ask on a line or two: when it is due in this terminal's zone, what is wanted, of whom, and its id. */
export function askLine(ask: Ask): string {
  const manner = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: systemClock.now() }
  const due = ask.due === null ? 'whenever it suits' : `due ${formatDateTime(ask.due, manner)}`
  const state = ask.state === 'open' ? due : ask.state
  return `${ask.id}  ${state}  ${ask.verb}: ${ask.text.split('\n')[0]}\n    ${ask.from.name} asks ${ask.owner.name} in #${ask.number}`
}
