import type { Insertable } from 'kysely'
import type { Context } from '#platform/context.ts'
import { type FieldError, invalid } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import type { Tables } from '#platform/sql/tables.ts'
import { type Duty, onCallFor } from '#features/availability/queries/on-call-for.ts'
import { ensureNeededBy } from '#features/availability/rules/needed-by.ts'
import { followNamed } from '#features/threads/commands/follow-named.ts'
import { type Destination, destinationsOf, personNamed, timingOf } from '../access/destinations.ts'
import { type Place, requireReceivers } from '../access/receivers.ts'
import type { AskIn } from '../contract/ask.ts'
import type { AskMade } from '../events.ts'
import { type FirstSchedule, scheduleOf } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { startPaging } from './start-paging.ts'

export interface Asked {
  readonly thread: Place & { readonly id: string; readonly respondWithin: number }
  readonly postId: string
  readonly seq: number
  readonly asks: readonly AskIn[]
}

interface Made {
  readonly id: string
  readonly ask: AskIn
  readonly destination: Destination
  readonly schedule: FirstSchedule & { readonly interrupts: boolean }
}

/**
 * Makes the asks of a post that was just written, each planned in its receiver's calendar. Throws 404 for names the asker does not see, and
 * 422 for those who cannot be asked here and for times that cannot be meant, each naming its place (`asks.0.to`).
 */
export async function addAsks(tx: Tx, ctx: Context, { thread, postId, seq, asks }: Asked): Promise<void> {
  if (asks.length === 0) return
  ensureTimes(ctx, asks)
  const receivers = await requireReceivers(tx, ctx, {
    place: thread,
    names: asks.map(({ to }, index) => ({ name: to, path: `asks.${index}.to` })),
    askerId: ctx.personId,
  })
  const destinations = await destinationsOf(tx, ctx, {
    receivers,
    comesAt: (resolved, index) => scheduleOf(resolved, wantedOf(asks[index]!, thread), ctx.now).deliverAt,
  })
  const duty = await dutyFor(tx, ctx, { thread, asks })
  const made = planned(ctx, { asks, destinations, duty, respondWithin: thread.respondWithin })
  await tx
    .insertInto('asks')
    .values(made.map((one) => rowOf(ctx, { thread, postId, made: one })))
    .execute()
  await followNamed(tx, ctx, { threadId: thread.id, personIds: destinations.flatMap(personNamed) })
  for (const { id, ask, destination, schedule } of made) {
    const known = { id, threadId: thread.id, postId, askerId: ctx.personId, ...destination.owner, deliveredAt: schedule.deliveredAt }
    const subject = {
      ...subjectOf(known),
      urgent: ask.attention === 'urgent',
      interrupts: schedule.interrupts,
    } satisfies AskMade['subject']
    await record(tx, ctx, { type: 'ask.made', placeId: thread.spaceId, streamId: thread.id, streamSeq: seq, subject })
    const { anotherMatter } = ask
    const { ownerId } = destination.owner
    if (ask.attention === 'urgent' && ownerId !== ctx.personId)
      await startPaging(tx, ctx, { thread, askId: id, ownerId, interrupts: schedule.interrupts, anotherMatter, duty })
  }
}

/** Who is on call, where something is urgent. */
async function dutyFor(tx: Tx, ctx: Context, { thread, asks }: Pick<Asked, 'thread' | 'asks'>): Promise<Duty | null> {
  if (!asks.some(({ attention }) => attention === 'urgent')) return null
  return onCallFor({ ...ctx, db: tx }, { spaceId: thread.spaceId, at: ctx.now })
}

function ensureTimes({ now }: Context, asks: readonly AskIn[]): void {
  const refused = asks.flatMap(({ neededBy }, index) =>
    neededBy === undefined ? [] : ensureNeededBy(neededBy, now.epochMilliseconds).map(placed(index)),
  )
  if (refused.length > 0) throw invalid(refused)
}

const placed =
  (index: number) =>
  ({ path, message }: FieldError): FieldError => ({ path: `asks.${index}.${path}`, message })

/** What is asked of whoever is on call reaches them as timely, whatever becomes of what is urgent. */
const wantedOf = ({ neededBy }: AskIn, { respondWithin }: Asked['thread']) =>
  ({ neededBy: neededBy ?? null, respondWithin, attention: 'timely', isOwn: false }) as const

interface Plans {
  readonly asks: readonly AskIn[]
  readonly destinations: readonly Destination[]
  readonly duty: Duty | null
  readonly respondWithin: number
}

function planned({ personId, now }: Context, { asks, destinations, duty, respondWithin }: Plans): Made[] {
  // Made at one instant: their ids in order, so that they are shown as they were put.
  const ids = asks.map(() => newId(now)).toSorted()
  return asks.map((ask, index) => {
    const destination = destinations[index]!
    const { ownerId } = destination.owner
    // Of a space nobody in particular is interrupted.
    const attention = ownerId === null ? ('timely' as const) : ask.attention
    const onCall = ownerId !== null && duty?.onShift.has(ownerId) === true
    const wanted = { neededBy: ask.neededBy ?? null, respondWithin, attention, isOwn: ownerId === personId, onCall }
    return { id: ids[index]!, ask, destination, schedule: scheduleOf(destination.resolved, wanted, now) }
  })
}

interface RowParts {
  readonly thread: { readonly id: string; readonly respondWithin: number }
  readonly postId: string
  readonly made: Made
}

function rowOf(
  { workspaceId, personId, now }: Context,
  { thread, postId, made: { id, ask, destination, schedule } }: RowParts,
): Insertable<Tables['asks']> {
  const { deliverAt, deliveredAt, dueAt, dueTodayAt, expiresAt, tight, unreachable, outside, interrupts } = schedule
  const { ownerId, ownerSpaceId } = destination.owner
  const { timedById, assignAt, followsRotationId } = timingOf(destination, schedule)
  return {
    workspace_id: workspaceId,
    id,
    thread_id: thread.id,
    post_id: postId,
    asked_by: personId,
    asked_of: destination.rotationId === undefined ? ownerId : null,
    asked_of_space_id: ownerSpaceId,
    asked_of_rotation_id: destination.rotationId ?? null,
    follows_rotation_id: followsRotationId,
    owner_id: ownerId,
    owner_space_id: ownerSpaceId,
    timed_by: timedById,
    assign_at: assignAt,
    verb: ask.verb,
    body: ask.text,
    minutes: ask.minutes ?? null,
    meanwhile: ask.meanwhile ?? null,
    attention: ask.attention,
    urgent_reason: ask.attention === 'urgent' ? (ask.reason ?? null) : null,
    interrupts,
    needed_by: ask.neededBy === undefined ? null : JSON.stringify(ask.neededBy),
    needed_from: now,
    respond_within: thread.respondWithin,
    asked_at: now,
    deliver_at: deliverAt,
    delivered_at: deliveredAt,
    due_at: dueAt,
    first_due_at: dueAt,
    due_today_at: dueTodayAt,
    expires_at: expiresAt,
    tight,
    unreachable,
    outside,
  }
}
