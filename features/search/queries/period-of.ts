import type { Context } from '#platform/context.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { zoneAt } from '#features/availability/rules/reach.ts'
import { dateMeant } from '../rules/dates.ts'
import type { Narrowing } from '../rules/question.ts'

/** Instants between which something happened: at or after `from`, before `until`. */
export interface Period {
  readonly from: Temporal.Instant | null
  readonly until: Temporal.Instant | null
}

/** What `after:` and `before:` mean to the reader: the beginnings of those days, each in the zone they are in then. One statement if there are any. */
export async function periodOf(ctx: Context, narrowings: readonly Narrowing[]): Promise<Period> {
  const dated = narrowings.filter(({ operator }) => operator === 'before' || operator === 'after')
  if (dated.length === 0) return { from: null, until: null }
  const calendar = (await resolvedCalendars(ctx.db, ctx.workspaceId, [ctx.personId])).get(ctx.personId)
  const zoneOf = (at: Temporal.Instant): string => (calendar ? zoneAt(calendar, at.epochMilliseconds) : 'UTC')
  const today = ctx.now.toZonedDateTimeISO(zoneOf(ctx.now)).toPlainDate()
  const beginnings = (operator: Narrowing['operator']): Temporal.Instant[] =>
    dated
      .filter((one) => one.operator === operator)
      .flatMap(({ values }) => dateMeant(values[0] ?? '', today) ?? [])
      .map((date) => beginningOf(date, zoneOf))
      .toSorted((one, other) => Temporal.Instant.compare(one, other))
  return { from: beginnings('after').at(-1) ?? null, until: beginnings('before')[0] ?? null }
}

function beginningOf(date: Temporal.PlainDate, zoneOf: (at: Temporal.Instant) => string): Temporal.Instant {
  const noon = date.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  return date.toZonedDateTime(zoneOf(noon)).toInstant()
}
