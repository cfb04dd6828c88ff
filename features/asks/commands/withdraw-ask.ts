// oxlint-disable house/commands-record -- settleAsk records that it was withdrawn
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockAsk } from '../access/asks.ts'
import type { Ask } from '../contract/ask.ts'
import type { withdrawAsk as endpoint } from '../contract/asks.ts'
import { mayWithdraw } from '../policy.ts'
import { getAsk } from '../queries/get-ask.ts'
import { onlyAsker } from '../rules/not-yours.ts'
import { partiesOf } from '../rules/owner.ts'
import { settleAsk } from './settle-ask.ts'

/** Takes an ask back: by who asked. */
export async function withdrawAsk(ctx: Context, { id, reason }: InputOf<typeof endpoint>): Promise<Ask> {
  return transact(ctx, async (tx) => {
    const ask = await lockAsk(tx, ctx, id)
    if (!mayWithdraw(ctx.personId, partiesOf(ask))) throw onlyAsker(ask)
    await settleAsk(tx, ctx, { ask, end: { state: 'withdrawn', reason } })
    return getAsk({ ...ctx, db: tx }, { id })
  })
}
