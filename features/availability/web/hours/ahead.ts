import { DAY, HORIZON } from '../../rules/dates.ts'
import { digestTimes, nextDigest } from '../../rules/digests.ts'
import { plan } from '../../rules/plan.ts'
import { firstWorked, localDateAt, zoneAt } from '../../rules/reach.ts'
import { resolve } from '../../rules/resolve.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { sound } from './calendar-parts.ts'

/** An instant in epoch milliseconds, with the zone whose clock the person sees then. */
export interface Moment {
  readonly at: number
  readonly zone: string
}

/** What a calendar would mean from now on. */
export interface Ahead {
  readonly deliveries: readonly Moment[]
  /** An ask that is sent now, as spaces expect it: when it comes, and by when it is answered. */
  readonly comes: Moment | null
  readonly due: Moment | null
  readonly warning: 'never' | 'allAway' | 'noDigests' | null
  /** The local date it is. */
  readonly today: string
}

const SHOWN = 5

/** The next deliveries, and the way of an ask that is sent now, by the calendar as it stands here. */
export function aheadOf(form: CalendarForm, now: number): Ahead {
  const calendar = sound(form)
  const r = resolve(calendar)
  const moment = (at: number | null): Moment | null => (at === null ? null : { at, zone: zoneAt(r, at) })
  const { deliverAt, due, never } = plan(r, { at: now, attention: 'timely' })
  const deliveries: number[] = []
  let from = nextDigest(r, now)
  // A week at a time: a day may have a hundred, a year none.
  while (from !== null && deliveries.length < SHOWN) {
    deliveries.push(...digestTimes(r, from, from + 7 * DAY).slice(0, SHOWN - deliveries.length))
    from = deliveries.length < SHOWN ? nextDigest(r, from + 7 * DAY) : null
    if (from !== null && from > now + HORIZON) from = null
  }
  const withoutAway = resolve({ ...calendar, away: [] })
  return {
    deliveries: deliveries.map((at) => ({ at, zone: zoneAt(r, at) })),
    comes: moment(deliverAt),
    due: moment(due),
    warning: warningOf({ never, worksOtherwise: firstWorked(withoutAway, now) !== null, hasDigests: deliveries.length > 0 }),
    today: localDateAt(r, now),
  }
}

function warningOf(of: { never: boolean; worksOtherwise: boolean; hasDigests: boolean }): Ahead['warning'] {
  if (of.never) return of.worksOtherwise ? 'allAway' : 'never'
  return of.hasDigests ? null : 'noDigests'
}
