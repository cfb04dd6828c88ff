import { record } from '#platform/events/record.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { Resolved } from '#features/availability/rules/resolve.ts'
import { teammatesOf } from '#features/availability/access/teammates.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import { calendarsOf } from '../access/calendars.ts'
import { teamDestination, timingOf } from '../access/destinations.ts'
import type { Actor, AskReplanned } from '../events.ts'
import { hasCome, isMovedByADay, type Schedule, scheduleAgain, scheduleAsDue, timesAgain } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { followShift } from './follow-shifts.ts'
import { rescheduleAsk } from './reschedule-ask.ts'

/** As `replanAsks`, for everything open that these people have, and that spaces have by their calendars. */
export async function replanAsksOf(tx: Tx, at: Pick<Actor, 'workspaceId' | 'now'>, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  const asks = await openAsks(tx, at.workspaceId)
    .where((where) =>
      where.or([
        where('asks.owner_id', '=', anyOf(people)),
        where.and([where('asks.owner_space_id', 'is not', null), where('asks.timed_by', '=', anyOf(people))]),
      ]),
    )
    .execute()
  await replanAsks(tx, at, asks)
}

/**
 * Plans these held, open asks anew in their owners' calendars as those now are. For what has come already, due never moves later; where it came from
 * another's calendar it stays. What spaces have and nobody of them has got yet is timed by whoever can be reached first now; what has yet to come to
 * whoever is on call goes to whoever that is then.
 */
export async function replanAsks(tx: Tx, at: Pick<Actor, 'workspaceId' | 'now'>, asks: readonly AskRow[]): Promise<void> {
  if (asks.length === 0) return
  const actor = { workspaceId: at.workspaceId, now: at.now, personId: null }
  const calendars = await calendarsOf(
    tx,
    actor.workspaceId,
    asks.flatMap(({ ownerId }) => ownerId ?? []),
  )
  for (const ask of asks) {
    if (await followShift(tx, actor, { ask, from: actor.now })) continue
    if (ask.ownerId === null) await replanOfTeam(tx, actor, ask)
    else await replan(tx, actor, { ask, calendar: calendars.of(ask.ownerId), timing: { timedById: ask.timedById, assignAt: null } })
  }
}

async function replanOfTeam(tx: Tx, actor: Actor, ask: AskRow): Promise<void> {
  if (hasCome(ask) || ask.ownerSpaceId === null) return
  const team = { workspaceId: actor.workspaceId, teamIds: [ask.ownerSpaceId], placeId: ask.spaceId, askerId: ask.askerId }
  const members = (await teammatesOf(tx, team)).get(ask.ownerSpaceId)
  if (!members) return
  const destination = teamDestination(ask.ownerSpaceId, members, actor.now)
  const calendar = destination.resolved
  await replan(tx, actor, { ask, calendar, timing: timingOf(destination, scheduleAgain(calendar, ask, actor.now)) })
}

interface Replanning {
  readonly ask: AskRow
  readonly calendar: Resolved
  readonly timing: { readonly timedById: string | null; readonly assignAt: Temporal.Instant | null }
}

async function replan(tx: Tx, actor: Actor, { ask, calendar, timing }: Replanning): Promise<void> {
  const schedule = scheduleNow(calendar, ask, actor.now)
  if (isSame(ask, schedule)) return
  await rescheduleAsk(tx, { workspaceId: actor.workspaceId, askId: ask.id, schedule, ...timing })
  const byADay = isMovedByADay(calendar, ask, schedule) || (schedule.unreachable && !ask.unreachable)
  const subject = { ...subjectOf(ask), byADay } satisfies AskReplanned['subject']
  await record(tx, actor, { type: 'ask.replanned', placeId: ask.spaceId, streamId: ask.threadId, subject })
}

function scheduleNow(calendar: Resolved, ask: AskRow, now: Temporal.Instant): Schedule {
  if (ask.ownerId !== null && ask.timedById !== null) return scheduleAsDue(calendar, ask, now)
  return hasCome(ask) ? { ...ask, ...timesAgain(calendar, ask, ask.dueAt) } : scheduleAgain(calendar, ask, now)
}

function isSame(one: Schedule, other: Schedule): boolean {
  const times = (['deliverAt', 'dueAt', 'dueTodayAt', 'expiresAt'] as const).every(
    (time) => one[time]?.epochMilliseconds === other[time]?.epochMilliseconds,
  )
  return times && (['tight', 'unreachable', 'outside'] as const).every((flag) => one[flag] === other[flag])
}
