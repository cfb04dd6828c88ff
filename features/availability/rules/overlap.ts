import { MINUTE } from './dates.ts'
import { open, working } from './reach.ts'
import type { Resolved } from './resolve.ts'
import { type Span, indexAfter, within } from './spans.ts'

const QUARTER = 15 * MINUTE

type People = readonly { handle: string; resolved: Resolved }[]

export interface OverlapRequest {
  /** Epoch milliseconds; `to` does not belong to the range. */
  readonly from: number
  readonly to: number
  readonly minutes: number
}

export interface Overlap {
  /** The maximal stretches in which all work, with the least count of those who are open in it. */
  readonly stretches: (Span & { open: number })[]
  /** When there is none: the three times that cost the fewest minutes outside somebody's hours, by whom. */
  readonly leastBad: (Span & { outOfHours: Record<string, number> })[]
}

/** When a group can meet within a range, or what would be least bad. */
export function overlap(people: People, { from, to, minutes }: OverlapRequest): Overlap {
  const length = minutes * MINUTE
  const hours = people.map(({ handle, resolved }) => ({ handle, spans: working(resolved, from, to) }))
  const shared = hours.reduce<readonly Span[]>((all, { spans }) => all.flatMap((span) => within(spans, span)), [{ start: from, end: to }])
  const long = shared.filter(({ start, end }) => end - start >= length)
  if (long.length > 0) return { stretches: withOpen(people, long), leastBad: [] }
  return { stretches: [], leastBad: leastBad(hours, { from, to, length }) }
}

function withOpen(people: People, stretches: readonly Span[]): Overlap['stretches'] {
  const spans = people.map(({ resolved }) => open(resolved, stretches[0]!.start, stretches.at(-1)!.end))
  return stretches.map((stretch) => ({
    ...stretch,
    open: leastOpen(
      spans.map((each) => within(each, stretch)),
      stretch,
    ),
  }))
}

/** The least count of spans that hold any one instant of the stretch; it can only fall where a span ends, or at the beginning. */
function leastOpen(people: readonly (readonly Span[])[], { start, end }: Span): number {
  const moments = [start, ...people.flatMap((spans) => spans.map((span) => span.end)).filter((moment) => moment < end)]
  return Math.min(...moments.map((moment) => people.filter((spans) => holds(spans, moment)).length))
}

function holds(spans: readonly Span[], instant: number): boolean {
  const span = spans[indexAfter(spans, instant)]
  return span !== undefined && span.start <= instant
}

type Hours = { handle: string; spans: readonly Span[] }[]
type Window = { from: number; to: number; length: number }

function leastBad(hours: Hours, { from, to, length }: Window): Overlap['leastBad'] {
  const times: { start: number; cost: number; people: number }[] = []
  for (let start = Math.ceil(from / QUARTER) * QUARTER; start + length <= to; start += QUARTER) {
    const costs = hours.map(({ spans }) => unworked(spans, { start, end: start + length })).filter((cost) => cost > 0)
    times.push({ start, cost: costs.reduce((sum, cost) => sum + cost, 0), people: costs.length })
  }
  return (
    times
      // Sorting keeps the order of equals: the earliest stands first.
      .toSorted((a, b) => a.cost - b.cost || a.people - b.people)
      .slice(0, 3)
      .map(({ start }) => ({ start, end: start + length, outOfHours: outOfHours(hours, { start, end: start + length }) }))
  )
}

function outOfHours(hours: Hours, window: Span): Record<string, number> {
  const minutes = hours.map(({ handle, spans }) => [handle, Math.ceil(unworked(spans, window) / MINUTE)] as const)
  return Object.fromEntries(minutes.filter(([, count]) => count > 0))
}

function unworked(spans: readonly Span[], { start, end }: Span): number {
  let left = end - start
  for (let index = indexAfter(spans, start); index < spans.length && spans[index]!.start < end; index += 1) {
    left -= Math.min(spans[index]!.end, end) - Math.max(spans[index]!.start, start)
  }
  return left
}
