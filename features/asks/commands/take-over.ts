import { record } from '#platform/events/record.ts'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { AskStanding } from '../access/asks.ts'
import { calendarsOf } from '../access/calendars.ts'
import type { AskTaken } from '../events.ts'
import { person } from '../rules/owner.ts'
import { type FirstSchedule, scheduleAsDue, scheduleForNext } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { giveAsk } from './give-ask.ts'

interface Taking {
  /** Held, open, and offered to the actor. */
  readonly ask: AskStanding
  /** The actor takes it by answering it. */
  readonly answering: boolean
}

/**
 * Makes the actor the owner of an ask that is offered to them. From a space it stays due as who asked was told; as a cover one has it as if it had been
 * sent to one at first. Returns it as it then is.
 */
export async function takeOver(tx: Tx, ctx: Context, { ask, answering }: Taking): Promise<AskStanding> {
  const calendar = (await calendarsOf(tx, ctx.workspaceId, [ctx.personId])).of(ctx.personId)
  const came = { ...ask, deliverAt: ctx.now, deliveredAt: ctx.now, interrupts: false }
  const schedule: FirstSchedule =
    ask.ownerId === null ? scheduleAsDue(calendar, came, ctx.now) : scheduleForNext(calendar, ask, { isOwn: true, now: ctx.now })
  const owner = person(ctx.personId)
  await giveAsk(tx, ctx, {
    ask,
    to: owner,
    note: '',
    schedule,
    timedById: ask.ownerId === null ? ask.timedById : null,
    offeredToId: ask.ownerSpaceId ?? ask.coverSpaceId,
  })
  const taken = { ...ask, ...owner, ...schedule, isOffered: false }
  const subject = {
    ...subjectOf(taken),
    formerOwnerId: ask.ownerId,
    formerSpaceId: ask.ownerSpaceId,
    answering,
  } satisfies AskTaken['subject']
  await record(tx, ctx, { type: 'ask.taken', placeId: ask.spaceId, streamId: ask.threadId, subject })
  return taken
}
