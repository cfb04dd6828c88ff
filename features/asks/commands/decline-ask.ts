// oxlint-disable house/commands-record -- settleAsk records that it was declined
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockAsk } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { declineAsk as endpoint } from '../contract/asks.ts'
import { mayDecline } from '../policy.ts'
import { getAsk } from '../queries/get-ask.ts'
import { onlyOwner } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { settleAsk } from './settle-ask.ts'

/** Says no with a reason: by who has the ask. */
export async function declineAsk(ctx: Context, { id, reason }: InputOf<typeof endpoint>): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, id)
    if (!mayDecline(ctx.personId, partiesOf(ask))) throw onlyOwner(ask, 'decline')
    await settleAsk(tx, ctx, { ask, end: { state: 'declined', reason } })
    return getAsk({ ...ctx, db: tx }, { id })
  })
}
