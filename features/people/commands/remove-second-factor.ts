import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireRecentProof } from '../access.ts'
import { dropSecondFactor } from './drop-second-factor.ts'

/** Turns one's own second factor off, or 404. */
export async function removeSecondFactor(ctx: Context, visit: Visit): Promise<Record<never, never>> {
  await requireRecentProof(ctx, visit)
  await transact(ctx, async (tx) => {
    await dropSecondFactor(tx, ctx.workspaceId, ctx.personId)
    await record(tx, ctx, { type: 'second_factor.removed', subject: { personId: ctx.personId }, audited: true })
  })
  return {}
}
