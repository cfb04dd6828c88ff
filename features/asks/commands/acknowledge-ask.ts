import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { type AskStanding, ensureOpen, lockAsk } from '../access/asks.ts'
import { calendarsOf } from '../access/calendars.ts'
import type { Ask } from '../contract/ask.ts'
import type { AskAcknowledged } from '../events.ts'
import { mayAcknowledge } from '../policy.ts'
import { type Calling, calledFor } from '../queries/called-for.ts'
import { getAsk } from '../queries/get-ask.ts'
import { isTaken, onlyOwner } from '../rules/not-yours.ts'
import { partiesOf, person } from '../rules/owner.ts'
import { scheduleForNext } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { endPaging } from './end-paging.ts'
import { keepWithOwner } from './keep-with-owner.ts'
import { giveAsk } from './give-ask.ts'

/**
 * Who has the ask says that they have seen it; once is enough. State and due stay as they are. Of something urgent this ends paging, and whoever
 * was called has it from then on.
 */
export async function acknowledgeAsk(ctx: Context, { id }: { id: string }): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, id)
    const calling = await calledFor(tx, ctx, id)
    ensureMayAcknowledge(ctx, ask, calling)
    await ensureOpen(tx, ctx, ask)
    const fresh = await tx
      .insertInto('ask_acknowledgements')
      .values({ workspace_id: ctx.workspaceId, ask_id: id, person_id: ctx.personId, acknowledged_at: ctx.now })
      .onConflict((already) => already.doNothing())
      .returning('ask_id')
      .executeTakeFirst()
    if (calling && stillCalls(calling)) await endPaging(tx, ctx, { askId: id, how: 'acknowledged' })
    if (ask.ownerId !== ctx.personId) await takeOver(tx, ctx, ask)
    else if (fresh) {
      await keepWithOwner(tx, ctx, { id })
      await record(tx, ctx, { type: 'ask.acknowledged', placeId: ask.spaceId, streamId: ask.threadId, subject: subjectOf(ask) })
    }
    return getAsk({ ...ctx, db: tx }, { id })
  })
}

/** What nobody took in its time may still be taken. */
const stillCalls = ({ ended }: Calling): boolean => ended === null || ended === 'unacknowledged'

function ensureMayAcknowledge(ctx: Context, ask: AskStanding, calling: Calling | null): void {
  const parties = partiesOf(ask)
  const called = calling?.mine === true
  if (!mayAcknowledge(ctx.personId, parties, called)) throw onlyOwner(ask, 'acknowledge')
  if (ask.ownerId !== ctx.personId && calling && !stillCalls(calling) && ask.state === 'open') throw isTaken(ask)
}

async function takeOver(tx: Tx, ctx: Context, ask: AskStanding): Promise<void> {
  const calendars = await calendarsOf(tx, ctx.workspaceId, [ctx.personId])
  const schedule = scheduleForNext(calendars.of(ctx.personId), ask, { isOwn: true, now: ctx.now })
  const owner = person(ctx.personId)
  await giveAsk(tx, ctx, { ask, to: owner, note: '', schedule, offeredToId: ask.ownerSpaceId })
  const subject = {
    ...subjectOf({ ...ask, ...owner, deliveredAt: ctx.now }),
    formerOwnerId: ask.ownerId,
    formerSpaceId: ask.ownerSpaceId,
  } satisfies AskAcknowledged['subject']
  await record(tx, ctx, { type: 'ask.acknowledged', placeId: ask.spaceId, streamId: ask.threadId, subject })
}
