import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import { followNamed } from '#features/threads/commands/follow-named.ts'
import { type AskRow, type AskStanding, ensureOpen, lockWithThread } from '../access/asks.ts'
import { destinationsOf, personNamed, timingOf } from '../access/destinations.ts'
import { type Receiver, requireReceivers } from '../access/receivers.ts'
import type { Ask } from '../contract/ask.ts'
import type { passAsk as endpoint } from '../contract/asks.ts'
import type { AskPassed } from '../events.ts'
import { mayPass, mayPassBack } from '../policy.ts'
import { getAsk } from '../queries/get-ask.ts'
import { onlyParties } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { hadItBefore, hasItAlready, isGuest } from '../rules/receivers.ts'
import { scheduleForNext } from '../rules/schedule.ts'
import { subjectOf } from '../rules/subject.ts'
import { endPaging } from './end-paging.ts'
import { giveAsk } from './give-ask.ts'

/** Gives an ask to somebody else or to a space: by who has it or who asked. It is due as if it had been sent to them at first. */
export async function passAsk(ctx: Context, { id, to, note }: InputOf<typeof endpoint>): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const { ask, thread } = await lockWithThread(tx, ctx, id)
    if (!mayPass(ctx.personId, partiesOf(ask))) throw onlyParties(ask, 'pass')
    await ensureOpen(tx, ctx, ask)
    const [receiver] = await requireReceivers(tx, ctx, { place: ask, names: [{ name: to, path: 'to' }], askerId: ask.askerId })
    await ensureMayReceive(tx, ctx, { ask, receiver: receiver! })
    const [destination] = await destinationsOf(tx, ctx, {
      receivers: [receiver!],
      comesAt: (resolved) => scheduleForNext(resolved, ask, { isOwn: false, now: ctx.now }).deliverAt,
    })
    const { owner, resolved } = destination!
    const schedule = scheduleForNext(resolved, ask, { isOwn: owner.ownerId === ctx.personId, now: ctx.now })
    // Whoever passes on what they have has seen it: it pages nobody any more.
    if (ctx.personId === ask.ownerId) await endPaging(tx, ctx, { askId: id, how: 'handed' })
    await giveAsk(tx, ctx, { ask, to: owner, note, schedule, ...timingOf(destination!, schedule) })
    await followNamed(tx, ctx, { threadId: thread.id, personIds: personNamed(destination!) })
    const subject = {
      ...subjectOf({ ...ask, ...owner, deliveredAt: schedule.deliveredAt }),
      formerOwnerId: ask.ownerId,
      formerSpaceId: ask.ownerSpaceId,
      late: schedule.tight || schedule.unreachable,
    } satisfies AskPassed['subject']
    await record(tx, ctx, { type: 'ask.passed', placeId: ask.spaceId, streamId: ask.threadId, subject })
    return getAsk({ ...ctx, db: tx }, { id })
  })
}

/** A space may have it again: it gave nothing away. */
async function ensureMayReceive(tx: Tx, ctx: Context, { ask, receiver }: { ask: AskStanding; receiver: Receiver }): Promise<void> {
  if (receiver.team) {
    if (receiver.team.id === ask.ownerSpaceId) throw hasItAlready({ path: 'to', name: receiver.team.name })
    return
  }
  // Whoever is on call when it comes has it, whoever that is.
  if (receiver.duties) return
  const { id, name, role } = receiver.person
  const named = { path: 'to', name }
  if (id === ask.ownerId) throw hasItAlready(named)
  if (role === 'guest') throw isGuest(named)
  if (!mayPassBack(ctx.personId, partiesOf(ask)) && (await hadIt(tx, ctx, { ask, personId: id }))) throw hadItBefore(named)
}

async function hadIt(tx: Tx, { workspaceId }: Context, { ask, personId }: { ask: AskRow; personId: string }): Promise<boolean> {
  const pass = await tx
    .selectFrom('ask_passes')
    .where('workspace_id', '=', workspaceId)
    .where('ask_id', '=', ask.id)
    .where('from_id', '=', personId)
    .where('followed_rotation_id', 'is', null)
    .select('id')
    .limit(1)
    .executeTakeFirst()
  return pass !== undefined
}
