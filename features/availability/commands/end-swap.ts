// oxlint-disable house/commands-record -- settleSwap records how it ended
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireSwap } from '../access/rotations.ts'
import { mayAcceptSwap, mayWithdrawSwap } from '../policy.ts'
import { swapNotYours } from '../rules/rotations.ts'
import { settleSwap } from './settle-swap.ts'

/** Either of the two ends an offer without a change: who made it takes it back, the other one declines it. */
export async function endSwap(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  await transact(ctx, async (tx) => {
    const swap = await requireSwap(tx, ctx, id)
    const own = mayWithdrawSwap(ctx, swap)
    if (!own && !mayAcceptSwap(ctx, swap)) throw swapNotYours()
    await settleSwap(tx, ctx, { swap, state: own ? 'withdrawn' : 'declined' })
  })
  return {}
}
