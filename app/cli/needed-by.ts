import type { RequestOf } from '#platform/contract/endpoint.ts'
import type { moveAsk } from '#features/asks/contract/asks.ts'
import { UsageError } from './command.ts'

export type NeededByText = RequestOf<typeof moveAsk>['neededBy']

/** What people type for a needed-by: `whenever`, working days (`2d`), a date (`2026-12-01`) or an instant. */
export function neededByOf(text: string): NeededByText {
  if (text === 'whenever') return text
  const days = /^(\d{1,3})d$/.exec(text)
  if (days) return { in: Number(days[1]) }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { on: text }
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { at: text }
  throw new UsageError(
    `"${text}" is no needed-by: write working days (2d), a date (2026-12-01), an instant (2026-12-01T17:00:00Z) or whenever.`,
  )
}
