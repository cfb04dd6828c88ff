import { requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { notFound } from '#platform/contract/failure.ts'
import { resolvedCalendars } from '../access/calendars.ts'
import type { getAvailability as contract } from '../contract/times.ts'
import { digestTimes } from '../rules/digests.ts'
import { away, open, working } from '../rules/reach.ts'
import { edgeOf, ensureRange } from '../rules/range.ts'
import { instantText, spanText } from '../rules/wire.ts'

/** A person's working, open and away time and their digests, within a range of at most 62 days. */
export async function getAvailability(ctx: Context, { handle, from, to }: InputOf<typeof contract>): Promise<OutputOf<typeof contract>> {
  const person = await requirePerson(ctx.db, ctx, handle)
  const calendar = (await resolvedCalendars(ctx.db, ctx.workspaceId, [person.id])).get(person.id)
  if (!calendar) throw notFound('person')
  const { start, end } = ensureRange(edgeOf(calendar, from), edgeOf(calendar, to, true))
  return {
    working: working(calendar, start, end).map(spanText),
    open: open(calendar, start, end).map(spanText),
    away: away(calendar, start, end).map(spanText),
    digests: digestTimes(calendar, start, end).map(instantText),
  }
}
