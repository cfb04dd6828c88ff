import { record } from '#platform/events/record.ts'
import { anyOf } from '#platform/sql/any-of.ts'
import type { Tx } from '#platform/sql/database.ts'
import { type DutyTurn, dutiesOfRotation } from '#features/availability/access/duties.ts'
import { onCallAtDelivery } from '#features/availability/rules/on-call.ts'
import { type AskRow, openAsks } from '../access/asks.ts'
import type { Actor, AskReassigned } from '../events.ts'
import { shiftsChanged } from '../rules/causes.ts'
import { person } from '../rules/owner.ts'
import { hasCome, isMovedByADay, scheduleForNext } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { giveAsk } from './give-ask.ts'

interface Changed {
  /** Whose shifts changed. */
  readonly rotationIds: readonly string[]
  /** Who works at other times, or may have lost sight of a thread: of all duties of theirs. */
  readonly personIds: readonly string[]
  /** Who may read there may have changed. */
  readonly spaceIds: readonly string[]
  /** Asks planned just now, perhaps while shifts changed. */
  readonly askIds: readonly string[]
}

/** What was asked of whoever is on call, and has not come to anybody, goes to whoever is on call now when it comes. */
export async function followShifts(
  tx: Tx,
  at: Pick<Actor, 'workspaceId' | 'now'>,
  { rotationIds = [], personIds = [], spaceIds = [], askIds = [] }: Partial<Changed>,
): Promise<void> {
  if (rotationIds.length + personIds.length + spaceIds.length + askIds.length === 0) return
  const theirs = tx
    .selectFrom('shifts')
    .where('workspace_id', '=', at.workspaceId)
    .where('person_id', '=', anyOf(personIds))
    .where('ends_at', '>', at.now)
    .select('rotation_id')
  const asks = await openAsks(tx, at.workspaceId)
    .where('asks.follows_rotation_id', 'is not', null)
    .where('asks.delivered_at', 'is', null)
    .where((where) =>
      where.or([
        where('asks.follows_rotation_id', '=', anyOf(rotationIds)),
        where('asks.follows_rotation_id', 'in', theirs),
        where('threads.space_id', '=', anyOf(spaceIds)),
        where('asks.id', '=', anyOf(askIds)),
      ]),
    )
    .execute()
  // What should have come by now is looked at as of then: it comes late, and not later still.
  for (const ask of asks) await followShift(tx, at, { ask, from: earlier(ask.deliverAt, at.now) })
}

const earlier = (one: Temporal.Instant | null, other: Temporal.Instant): Temporal.Instant =>
  one !== null && Temporal.Instant.compare(one, other) < 0 ? one : other

interface Following {
  /** Held, and open. */
  readonly ask: AskRow
  /** It comes at this instant at the earliest. */
  readonly from: Temporal.Instant
}

/** Gives an ask to whoever is on call when it comes, if that is somebody else than has it. Answers whether it is; without anybody it stays. */
export async function followShift(tx: Tx, at: Pick<Actor, 'workspaceId' | 'now'>, { ask, from }: Following): Promise<boolean> {
  const rotationId = ask.followsRotationId
  if (rotationId === null || hasCome(ask)) return false
  const { workspaceId } = at
  const seerId = await namerOf(tx, workspaceId, ask)
  const duties = await dutiesOfRotation(tx, { workspaceId, id: rotationId, placeId: ask.spaceId, from, seerId })
  const next = onCallAtDelivery(duties?.turns ?? [], (resolved) => {
    const { deliverAt } = scheduleForNext(resolved, ask, { isOwn: false, now: from })
    return deliverAt?.epochMilliseconds ?? null
  })
  if (!next || next.person.id === ask.ownerId) return false
  await reassign(tx, { ...at, personId: null }, { ask, from, next, rotationId })
  return true
}

/** Who chose whoever is on call: the one who passed the ask on last, else who asked. */
async function namerOf(tx: Tx, workspaceId: number, { id, askerId }: AskRow): Promise<string> {
  const pass = await tx
    .selectFrom('ask_passes')
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', id)
    .where('passed_by', 'is not', null)
    .select('passed_by as by')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return pass?.by ?? askerId
}

interface Reassigning extends Following {
  readonly next: DutyTurn
  readonly rotationId: string
}

async function reassign(tx: Tx, actor: Actor, { ask, from, next, rotationId }: Reassigning): Promise<void> {
  const owner = person(next.person.id)
  const isOwn = owner.ownerId === ask.askerId
  const schedule = scheduleForNext(next.resolved, ask, { isOwn, now: from })
  await giveAsk(tx, actor, {
    ask,
    to: owner,
    note: shiftsChanged,
    schedule,
    followsRotationId: rotationId,
    followedRotationId: rotationId,
  })
  const subject = {
    ...subjectOf({ ...ask, ...owner, deliveredAt: schedule.deliveredAt }),
    formerOwnerId: ask.ownerId,
    formerSpaceId: null,
    byADay: isMovedByADay(next.resolved, ask, schedule) || (schedule.unreachable && !ask.unreachable),
  } satisfies AskReassigned['subject']
  await record(tx, actor, { type: 'ask.reassigned', placeId: ask.spaceId, streamId: ask.threadId, subject })
}
