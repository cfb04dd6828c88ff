import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'
import { endOthers } from './end-others.ts'

/** Ends one's own sessions but the one that asks. */
export async function endOtherSessions(ctx: Context, visit: Visit): Promise<Record<never, never>> {
  await transact(ctx, async (tx) => {
    await endOthers(tx, ctx, visit)
    await record(tx, ctx, { type: 'session.others_ended', subject: { personId: ctx.personId }, audited: true })
  })
  return {}
}
