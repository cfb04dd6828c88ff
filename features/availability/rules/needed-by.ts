import type { FieldError } from '#platform/contract/failure.ts'
import type { NeededBy } from '../contract/calendar.ts'
import { DAY, dayOf } from './dates.ts'
import { refusalText } from './refusal-texts.ts'

/** Beyond ten years nothing is meant, and PostgreSQL's calendar ends. */
const FAR = 3_653 * DAY

/** What forbids this needed-by for a thing sent at `at`: places and what to write instead. Empty when nothing does. */
export function ensureNeededBy(neededBy: NeededBy, at: number): FieldError[] {
  if (neededBy === 'whenever' || 'in' in neededBy) return []
  if ('on' in neededBy) {
    const [yesterday, last] = [Math.floor(at / DAY) - 1, Math.floor((at + FAR) / DAY)]
    const day = dayOf(neededBy.on)
    if (day < yesterday) return [{ path: 'neededBy.on', message: () => refusalText('datePast') }]
    return day > last ? [{ path: 'neededBy.on', message: () => refusalText('dateWithinTenYears') }] : []
  }
  const instant = Temporal.Instant.from(neededBy.at).epochMilliseconds
  if (instant < at) return [{ path: 'neededBy.at', message: () => refusalText('beforeSending') }]
  return instant > at + FAR ? [{ path: 'neededBy.at', message: () => refusalText('instantWithinTenYears') }] : []
}
