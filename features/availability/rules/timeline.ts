import { DAY, HORIZON } from './dates.ts'
import { datesAround, focusOn, workOn } from './days.ts'
import { remember } from './remember.ts'
import type { Resolved, Slice } from './resolve.ts'
import { type Span, indexAfter, spanAt, union, within, without } from './spans.ts'

/** `work`: some interval, less away, holds it. `open`: worked, and in no focus block. */
export type Kind = 'work' | 'open'

const LENGTH = 16 * DAY

/** The slice of the timeline that holds an instant. */
export function sliceAt(r: Resolved, instant: number): Slice {
  const index = Math.floor(instant / LENGTH)
  return r.slices.get(index) ?? remember(r.slices, index, slice(r, { start: index * LENGTH, end: (index + 1) * LENGTH }))
}

function slice(r: Resolved, range: Span): Slice {
  const { first, last } = datesAround(range)
  const hours: Span[] = []
  const focus: Span[] = within(r.blocks, range)
  for (let day = first; day <= last; day += 1) {
    for (const span of workOn(r, day)) hours.push(span)
    for (const span of focusOn(r, day)) focus.push(span)
  }
  const work = within(union(hours), range)
  return { ...range, work, open: without(work, union(focus)) }
}

/** The span of a kind that holds the instant, cut at the edges of its slice; null when none does. */
export function stretchAt(r: Resolved, kind: Kind, instant: number): Span | null {
  return spanAt(sliceAt(r, instant)[kind], instant)
}

/** The first instant of a kind at or after `from`; null when there is none within the horizon. */
export function firstOf(r: Resolved, kind: Kind, from: number): number | null {
  const limit = from + HORIZON
  let at = from
  while (at <= limit) {
    const { end, [kind]: spans } = sliceAt(r, at)
    const next = spans[indexAfter(spans, at)]
    if (next) return Math.max(next.start, from) <= limit ? Math.max(next.start, from) : null
    at = end
  }
  return null
}

/** When the unbroken stretch of a kind that holds the instant ends, at most the horizon away; null when none holds it. */
export function endOfStretch(r: Resolved, kind: Kind, instant: number): number | null {
  let end = stretchAt(r, kind, instant)?.end ?? null
  while (end !== null && end < instant + HORIZON) {
    const next = stretchAt(r, kind, end)
    if (!next) return end
    end = next.end
  }
  return end === null ? null : instant + HORIZON
}

/** All spans of a kind in [start, end), whole where they run over slices. */
export function spansOf(r: Resolved, kind: Kind, { start, end }: Span): readonly Span[] {
  const spans: Span[] = []
  for (let at = start; at < end; at = sliceAt(r, at).end) spans.push(...within(sliceAt(r, at)[kind], { start, end }))
  return union(spans)
}

/** How much time of the kind open lies in [start, end), in milliseconds, counted no further than `enough`. */
export function openTime(r: Resolved, { start, end }: Span, enough = Infinity): number {
  let sum = 0
  for (let at = start; at < end && sum < enough;) {
    const part = sliceAt(r, at)
    for (let index = indexAfter(part.open, at); index < part.open.length && part.open[index]!.start < end; index += 1) {
      sum += Math.min(part.open[index]!.end, end) - Math.max(part.open[index]!.start, at)
    }
    at = part.end
  }
  return sum
}
