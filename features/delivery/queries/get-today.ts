import type { Context } from '#platform/context.ts'
import { resolvedCalendars } from '#features/availability/access/calendars.ts'
import { digestTimes } from '#features/availability/rules/digests.ts'
import { away, localDateAt, working, zoneAt } from '#features/availability/rules/reach.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { instantText, spanText } from '#features/availability/rules/wire.ts'
import { getMe } from '#features/availability/queries/get-me.ts'
import { listDays } from '#features/availability/queries/list-days.ts'
import { listSpaces } from '#features/spaces/queries/list-spaces.ts'
import { isOpen } from '#features/asks/access/asks.ts'
import { handleOf } from '#features/asks/rules/owner.ts'
import { askViewsOnce } from '#features/asks/queries/ask-views.ts'
import { byDue } from '#features/asks/queries/seen-asks.ts'
import type { Today } from '../contract/today.ts'
import { BACK_DAYS, dateAround, focusIn } from '../rules/moments.ts'
import { asksToTake } from './asks-to-take.ts'
import { heldOf } from './get-held.ts'
import { lastAbsence } from './last-absence.ts'

const MOST = 100

/** The reader’s day, with all that the first page shows: one statement for each part, two for who they are, what is held, and what there is to take. */
export async function getToday(ctx: Context): Promise<Today> {
  const [calendars, me, asks, { items: spaces }] = await Promise.all([
    resolvedCalendars(ctx.db, ctx.workspaceId, [ctx.personId]),
    getMe(ctx),
    asksOf(ctx),
    listSpaces(ctx, { member: 'me', archived: 'false', limit: MOST }),
  ])
  const calendar = calendars.get(ctx.personId)
  if (!calendar) throw new Error('A person is signed in who has no calendar.')
  const [held, back, { items: days }] = await Promise.all([
    heldOf(ctx, calendar),
    backOf(ctx, calendar),
    listDays(ctx, { people: peopleIn(ctx, asks) }),
  ])
  const { handle, name, hoursSet } = me.person
  return {
    ...me,
    me: { handle, name, hoursSet },
    ...timesOf(calendar, ctx.now),
    ...asks,
    held,
    back,
    spaces,
    days,
  }
}

async function backOf(ctx: Context, calendar: Resolved): Promise<Today['back']> {
  const absence = await lastAbsence(ctx, calendar, { days: BACK_DAYS })
  return absence === null || absence.caughtUp ? null : { from: instantText(absence.from), back: instantText(absence.back) }
}

type Asks = Pick<Today, 'needsYou' | 'toTake' | 'waitingOn'>

async function asksOf(ctx: Context): Promise<Asks> {
  const [needsYou, toTake, waitingOn] = await Promise.all([asksToAnswer(ctx, {}), asksToTake(ctx, MOST), asksOfOthers(ctx, {})])
  return { needsYou, toTake, waitingOn }
}

const asksToAnswer = askViewsOnce((asks, { personId }) =>
  byDue(asks.where('asks.owner_id', '=', personId).where(isOpen).where('asks.delivered_at', 'is not', null)).limit(MOST),
)

const asksOfOthers = askViewsOnce((asks, { personId }) =>
  byDue(asks.where('asks.asked_by', '=', personId).where(isOpen).where('asks.owner_id', 'is distinct from', personId)).limit(MOST),
)

function peopleIn({ handle }: Context, { needsYou, toTake, waitingOn }: Asks): string[] {
  const asking = [...needsYou, ...toTake].map(({ from }) => from.handle)
  return [...new Set([handle, ...asking, ...waitingOn.flatMap(({ owner }) => handleOf(owner) ?? [])])]
}

function timesOf(calendar: Resolved, now: Temporal.Instant): Pick<Today, 'day' | 'focus'> {
  const focus = focusIn(calendar, dateAround(calendar, now))
  const at = now.epochMilliseconds
  const current = focus.find(({ start, end }) => start <= at && at < end)
  return { day: { ...dayOf(calendar, now), focus: focus.map(spanText) }, focus: current ? spanText(current) : null }
}

function dayOf(calendar: Resolved, now: Temporal.Instant): Omit<Today['day'], 'focus'> {
  const { start, end } = dateAround(calendar, now)
  return {
    date: localDateAt(calendar, now.epochMilliseconds),
    zone: zoneAt(calendar, now.epochMilliseconds),
    working: working(calendar, start, end).map(spanText),
    away: away(calendar, start, end).map(spanText),
    deliveries: digestTimes(calendar, start, end).map(instantText),
    now: now.toString(),
  }
}
