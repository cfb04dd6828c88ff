import { sql } from 'kysely'
import { visiblePeople } from '#features/people/access.ts'
import { mayChangeRole, mayDeactivate, mayEditProfile, mayReadEmail } from '#features/people/policy.ts'
import type { Context } from '#platform/context.ts'
import { resolvedCalendar } from '../access/calendars.ts'
import type { Person } from '../contract/person.ts'
import { awayNow } from '../rules/absence.ts'
import { firstOpen, isWorking, zoneAt } from '../rules/reach.ts'
import type { Resolved } from '../rules/resolve.ts'
import { seenCovers } from './seen-covers.ts'

type Reader = Pick<Context, 'db' | 'workspaceId' | 'personId' | 'role'>

/** The people that the reader may see, each with their calendar; narrow it down and execute it. */
export function peopleWithCalendars(ctx: Reader) {
  return visiblePeople(ctx.db, ctx)
    .innerJoin('calendars', (join) =>
      join.onRef('calendars.workspace_id', '=', 'people.workspace_id').onRef('calendars.person_id', '=', 'people.id'),
    )
    .select(['calendars.version', 'calendars.calendar', 'calendars.hours_set as hoursSet'])
}

/** The columns that a view of a person is made from, of whom the reader may see; narrow it down and execute it. */
export function selectPeople(ctx: Reader) {
  return peopleWithCalendars(ctx).select([
    'people.email',
    sql<Person['capacity']>`people.capacity`.as('capacity'),
    'people.capacity_until as capacityUntil',
    'people.status',
    'people.status_until as statusUntil',
    'people.readme',
    'people.digest_mail as digestMail',
    sql<Person['language']>`people.language`.as('language'),
    sql<Person['clock']>`people.clock`.as('clock'),
    'people.week_start as weekStart',
    sql<Person['keys']>`people.keys`.as('keys'),
  ])
}

type PersonColumns = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number]

/** People as they stand in answers; two statements more at most, where somebody is away and named a cover. */
export async function personViews(ctx: Context, rows: readonly PersonColumns[]): Promise<Person[]> {
  const standings = rows.map((row) => {
    const calendar = resolvedCalendar(ctx.workspaceId, row.id, row)
    return { row, calendar, away: row.deactivated ? null : awayNow(calendar, ctx.now.epochMilliseconds) }
  })
  const covers = await seenCovers(
    ctx,
    standings.flatMap(({ away }) => away?.coverName ?? []),
  )
  return standings.map(({ row, calendar, away }) => ({
    ...personView(ctx, row, calendar),
    away: away && { until: away.until, back: away.back, cover: covers.get(away.coverName ?? '') ?? null },
  }))
}

function personView(ctx: Context, row: PersonColumns, calendar: Resolved): Omit<Person, 'away'> {
  return {
    id: row.id,
    handle: row.handle,
    name: row.name,
    role: row.role,
    active: !row.deactivated,
    ...standing(row, ctx.now),
    ...whereabouts(calendar, row.deactivated, ctx.now),
    hoursSet: row.hoursSet,
    readme: row.readme,
    email: mayReadEmail(ctx, row) ? row.email : null,
    ...(mayEditProfile(ctx, row) ? ownSettings(row) : noSettings),
    may: {
      edit: mayEditProfile(ctx, row),
      changeRole: mayChangeRole(ctx, row),
      deactivate: !row.deactivated && mayDeactivate(ctx, row),
      reactivate: row.deactivated && mayDeactivate(ctx, row),
    },
  }
}

const ownSettings = ({ digestMail, language, clock, weekStart, keys }: PersonColumns) => ({ digestMail, language, clock, weekStart, keys })

const noSettings = { digestMail: null, language: null, clock: null, weekStart: null, keys: null }

/** Capacity and status are set by hand, and fall back to nothing at their end. */
export function standing(row: Pick<PersonColumns, 'capacity' | 'capacityUntil' | 'status' | 'statusUntil'>, now: Temporal.Instant) {
  const capacityHolds = !isPast(row.capacityUntil, now)
  const statusHolds = !isPast(row.statusUntil, now)
  return {
    capacity: capacityHolds ? row.capacity : ('open' as const),
    capacityUntil: capacityHolds ? (row.capacityUntil?.toString() ?? null) : null,
    status: statusHolds ? row.status : '',
    statusUntil: statusHolds ? (row.statusUntil?.toString() ?? null) : null,
  }
}

const isPast = (until: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  until !== null && Temporal.Instant.compare(until, now) <= 0

function whereabouts(calendar: Resolved, deactivated: boolean, now: Temporal.Instant) {
  const at = now.epochMilliseconds
  const timeZone = zoneAt(calendar, at)
  const local = now.toZonedDateTimeISO(timeZone)
  const reachable = deactivated ? null : firstOpen(calendar, at)
  return {
    timeZone,
    localTime: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    localDate: local.toPlainDate().toString(),
    working: !deactivated && isWorking(calendar, at),
    nextReachable: reachable === null ? null : Temporal.Instant.fromEpochMilliseconds(reachable).toString(),
  }
}
