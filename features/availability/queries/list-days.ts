import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { invalid } from '#platform/contract/failure.ts'
import { statementOnce } from '#platform/sql/written-once.ts'
import { sql } from 'kysely'
import { resolvedCalendar } from '../access/calendars.ts'
import type { Day, listDays as contract } from '../contract/days.ts'
import { awayNow } from '../rules/absence.ts'
import { digestTimes, nextDigest } from '../rules/digests.ts'
import { away, firstOpen, open, working, zoneAt } from '../rules/reach.ts'
import { type Resolved, resolve } from '../rules/resolve.ts'
import { type Span, within, without } from '../rules/spans.ts'
import { peopleWithCalendars } from './person-views.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const LONGEST = 3 * 24 * 60 * 60 * 1000

/** The days of people as bands draw them, in the order asked for, in one statement; who is not visible is left out. */
export async function listDays(ctx: Context, input: InputOf<typeof contract>): Promise<{ items: Day[] }> {
  const stretch = stretchOf(input)
  const people = await peopleByHandle(ctx, input.people)
  const items = input.people.flatMap((handle) => {
    const person = people.get(handle)
    if (!person) return []
    const { name, deactivated, hoursSet } = person
    return [
      { handle, name, active: !deactivated, hoursSet, ...dayOf(resolvedCalendar(ctx.workspaceId, person.id, person), stretch, ctx.now) },
    ]
  })
  return { items }
}

async function peopleByHandle(ctx: Context, handles: readonly string[]) {
  const { db, workspaceId, personId, role } = ctx
  const rows = await peopleBy(db, { workspaceId, personId, role, handles: [...new Set(handles)] })
  return new Map(rows.map((row) => [row.handle, row]))
}

type Values = Pick<Context, 'workspaceId' | 'personId' | 'role'> & { handles: readonly string[] }

const peopleBy = statementOnce(
  ({ workspaceId, personId, role, handles }: Values, db) =>
    peopleWithCalendars({ db, workspaceId, personId, role }).where('people.handle', '=', sql<string>`any(${handles}::text[])`),
  ['role'],
)

function stretchOf({ from, to }: Pick<InputOf<typeof contract>, 'from' | 'to'>): Span | null {
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined)
    throw invalid([{ path: from === undefined ? 'from' : 'to', message: () => refusalText('bothEnds') }])
  const start = Temporal.Instant.from(from).epochMilliseconds
  const end = Temporal.Instant.from(to).epochMilliseconds
  if (end <= start || end - start > LONGEST) throw invalid([{ path: 'to', message: () => refusalText('endWithinDays') }])
  return { start, end }
}

function dayOf(calendar: Resolved, stretch: Span | null, now: Temporal.Instant): Omit<Day, 'handle' | 'name' | 'active' | 'hoursSet'> {
  const at = now.epochMilliseconds
  const { start, end } = stretch ?? ownDay(calendar, now)
  const worked = working(calendar, start, end)
  const absence = awayNow(calendar, at)
  return {
    timeZone: zoneAt(calendar, stretch ? start : at),
    from: text(start),
    to: text(end),
    working: worked.map(spanText),
    focus: without(worked, open(calendar, start, end)).map(spanText),
    away: missedHours(calendar, { start, end }).map(spanText),
    awayUntil: absence?.until ?? null,
    back: absence?.back ?? null,
    deliveries: digestTimes(calendar, start, end).map(text),
    nextReachable: textOrNull(firstOpen(calendar, at)),
    nextDelivery: textOrNull(nextDigest(calendar, at)),
  }
}

/** The day of each zone that was asked for last: most people asked for are in a few zones, and all are asked for at the same time. */
const days = new Map<string, Span>()

function ownDay(calendar: Resolved, now: Temporal.Instant): Span {
  const at = now.epochMilliseconds
  const zone = zoneAt(calendar, at)
  const known = days.get(zone)
  if (known && known.start <= at && at < known.end) return known
  const date = now.toZonedDateTimeISO(zone).startOfDay()
  const day = { start: date.epochMilliseconds, end: date.add({ days: 1 }).epochMilliseconds }
  days.set(zone, day)
  return day
}

/** The hours that would be worked if the person were not away. */
function missedHours(calendar: Resolved, { start, end }: Span): Span[] {
  const absent = away(calendar, start, end)
  if (absent.length === 0) return []
  const present = resolve({ ...calendar.calendar, away: [] })
  return absent.flatMap((absence) => within(working(present, start, end), absence))
}

const text = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString()
const textOrNull = (instant: number | null): string | null => (instant === null ? null : text(instant))
const spanText = ({ start, end }: Span): { start: string; end: string } => ({ start: text(start), end: text(end) })
