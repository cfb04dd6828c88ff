import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { SwapRow } from '../access/rotations.ts'
import type { SwapSettled } from '../events.ts'
import { swapSettled } from '../rules/rotations.ts'

/** Ends an offer, once: of two who try the second is told how it ended. */
export async function settleSwap(
  tx: Tx,
  ctx: Context,
  { swap, state }: { swap: SwapRow; state: 'accepted' | 'declined' | 'withdrawn' },
): Promise<void> {
  const { workspaceId, personId, now } = ctx
  const settled = await tx
    .insertInto('swap_settlements')
    .values({ workspace_id: workspaceId, swap_id: swap.id, state, settled_by: personId, settled_at: now })
    .onConflict((already) => already.doNothing())
    .returning('swap_id')
    .executeTakeFirst()
  if (!settled) {
    const first = await tx
      .selectFrom('swap_settlements')
      .where('workspace_id', '=', workspaceId)
      .where('swap_id', '=', swap.id)
      .select(sql<SwapSettled['subject']['state']>`state`.as('state'))
      .executeTakeFirstOrThrow()
    throw swapSettled(first.state)
  }
  const subject = { rotationId: swap.rotationId, swapId: swap.id, offeredById: swap.offeredBy, state } satisfies SwapSettled['subject']
  await record(tx, ctx, { type: 'swap.settled', subject })
}
