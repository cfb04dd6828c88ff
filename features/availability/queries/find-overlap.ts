import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { invalid } from '#platform/contract/failure.ts'
import type { findOverlap as contract } from '../contract/times.ts'
import { overlap } from '../rules/overlap.ts'
import { ensureRange } from '../rules/range.ts'
import { spanText } from '../rules/wire.ts'
import { reachablePeople } from './reachable-people.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** When a group works at once, or what would be least bad, within at most 62 days. */
export async function findOverlap(ctx: Context, input: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const { start, end } = ensureRange(Temporal.Instant.from(input.from).epochMilliseconds, Temporal.Instant.from(input.to).epochMilliseconds)
  if (end - start < input.minutes * 60_000) throw invalid([{ path: 'minutes', message: () => refusalText('longerThanRange') }])
  const people = await reachablePeople(ctx, { handles: input.people, path: 'people' })
  const { stretches, leastBad } = overlap(people, { from: start, to: end, minutes: input.minutes })
  return {
    stretches: stretches.map(({ open, ...span }) => ({ ...spanText(span), open })),
    leastBad: leastBad.map(({ outOfHours, ...span }) => ({ ...spanText(span), outOfHours })),
  }
}
