import { type Moment, millisecondsOf } from '#platform/text/moment.ts'
import type { Ask } from '../contract/ask.ts'

/** Whether an open ask's due has passed: said in plain ink, and as an invitation to nobody. */
export function isWasDue(ask: Pick<Ask, 'state' | 'due'>, now: Moment): boolean {
  return ask.state === 'open' && ask.due !== null && millisecondsOf(ask.due) <= millisecondsOf(now)
}
