/** A half-open stretch of time in epoch milliseconds: `start` belongs to it, `end` does not. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The same time as sorted spans that neither overlap nor touch; empty ones are dropped. */
export function union(spans: readonly Span[]): readonly Span[] {
  return isUnion(spans) ? spans : join(spans)
}

function isUnion(spans: readonly Span[]): boolean {
  let end = -Infinity
  for (const span of spans) {
    if (span.start <= end || span.end <= span.start) return false
    end = span.end
  }
  return true
}

function join(spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (start >= end) continue
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}

/** `spans` with `holes` taken out. Both are unions, as is the answer. */
export function without(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  if (holes.length === 0) return spans
  const left: Span[] = []
  for (const span of spans) {
    const { start, end } = span
    let from = start
    for (let index = indexAfter(holes, start); index < holes.length && holes[index]!.start < end; index += 1) {
      if (from < holes[index]!.start) left.push({ start: from, end: holes[index]!.start })
      from = holes[index]!.end
    }
    if (from < end) left.push(from === start ? span : { start: from, end })
  }
  return left
}

/** The part of a union that lies in [start, end). */
export function within(spans: readonly Span[], { start, end }: Span): Span[] {
  const inside: Span[] = []
  for (let index = indexAfter(spans, start); index < spans.length && spans[index]!.start < end; index += 1) {
    const span = spans[index]!
    inside.push(span.start >= start && span.end <= end ? span : { start: Math.max(span.start, start), end: Math.min(span.end, end) })
  }
  return inside
}

/** The span of a union that holds the instant, if one does. */
export function spanAt(spans: readonly Span[], instant: number): Span | null {
  const span = spans[indexAfter(spans, instant)]
  return span && span.start <= instant ? span : null
}

/** Where in a union the first span stands that ends after the instant; its length when there is none. */
export function indexAfter(spans: readonly Span[], instant: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (spans[middle]!.end > instant) high = middle
    else low = middle + 1
  }
  return low
}
