import { withoutAway } from './cover.ts'
import { datesAround, workOn } from './days.ts'
import { away, firstWorked, localDateAt } from './reach.ts'
import { awaySpan, type Resolved } from './resolve.ts'
import type { Span } from './spans.ts'
import { instantText } from './wire.ts'

/** An absence that took at least one whole working day, in epoch milliseconds: when it began, and when the person first works again. */
export interface Absence {
  readonly from: number
  readonly back: number
}

/**
 * The absence from which the person came back after `after` and by `by`, the latest if several; null when there is none. Absences with no working
 * time between them are one.
 */
export function absenceEnded(r: Resolved, { after, by }: { readonly after: number; readonly by: number }): Absence | null {
  const ended = r.away.flatMap((span) => {
    const back = span.start >= by ? null : firstWorked(r, span.end)
    return back !== null && after < back && back <= by ? [{ span, back }] : []
  })
  const back = ended.at(-1)?.back
  const spans = ended.filter((one) => one.back === back).map(({ span }) => span)
  if (back === undefined || !spans.some((span) => takesADay(r, span))) return null
  return { from: spans[0]!.start, back }
}

function takesADay(r: Resolved, span: Span): boolean {
  const whole = withoutAway(r)
  const { first, last } = datesAround(span)
  for (let day = first; day <= last; day += 1) {
    const hours = workOn(whole, day)
    if (hours.length > 0 && workOn(r, day).length === 0 && hours[0]!.start >= span.start && hours.at(-1)!.end <= span.end) return true
  }
  return false
}

/** An absence that holds: its last date, when the person is back, and the name of who covers. */
export interface AwayNow {
  readonly until: string
  readonly back: { readonly on: string; readonly at: string }
  readonly coverName: string | null
}

const LONGEST = 400 * 24 * 60 * 60 * 1000

/** How somebody is away at an instant; null when they are not. Absences that follow each other are one; of those that hold, who was named for the latest. */
export function awayNow(r: Resolved, at: number): AwayNow | null {
  const [absence] = away(r, at, at + LONGEST)
  if (!absence || absence.start > at) return null
  // Who never works again is back when the absence is over.
  const back = firstWorked(r, absence.end) ?? absence.end
  const holding = r.calendar.away
    .map((entry) => ({ cover: entry.cover ?? null, span: awaySpan(r, entry) }))
    .filter(({ cover, span }) => cover !== null && span.start <= at && at < span.end)
    .toSorted((a, b) => b.span.start - a.span.start)
  return {
    until: localDateAt(r, absence.end - 1),
    back: { on: localDateAt(r, back), at: instantText(back) },
    coverName: holding[0]?.cover ?? null,
  }
}
