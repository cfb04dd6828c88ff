import { requirePerson } from '#features/people/access.ts'
import type { Context } from '#platform/context.ts'
import type { OutputOf } from '#platform/contract/endpoint.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Calendar } from '../contract/calendar.ts'
import type { getCalendar as contract } from '../contract/calendars.ts'
import { unseenNames } from './seen-covers.ts'

/** A person's calendar, whole. Whoever sees the person may read it, and who covers as far as they see that one. */
export async function getCalendar(ctx: Context, { handle }: { handle: string }): Promise<OutputOf<typeof contract>> {
  const person = await requirePerson(ctx.db, ctx, handle)
  const kept = await ctx.db
    .selectFrom('calendars')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', person.id)
    .select(['calendar', 'hours_set'])
    .executeTakeFirst()
  if (!kept) throw notFound('person')
  // What is stored was parsed by the contract before it was written.
  const calendar = kept.calendar as Calendar
  const away = person.id === ctx.personId ? calendar.away : await withSeenCovers(ctx, calendar.away)
  return { ...calendar, away, hoursSet: kept.hours_set }
}

async function withSeenCovers(ctx: Context, away: Calendar['away']): Promise<Calendar['away']> {
  const hidden = await unseenNames(
    ctx,
    away.flatMap(({ cover }) => cover ?? []),
  )
  return away.map(({ cover, ...absence }) => (cover === undefined || hidden.has(cover) ? absence : { ...absence, cover }))
}
