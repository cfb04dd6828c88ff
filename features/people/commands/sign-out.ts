import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Visit } from '#platform/http/visit.ts'
import { transact } from '#platform/sql/transact.ts'

/** Ends the session that asks. */
export async function signOut(ctx: Context, visit: Visit): Promise<Record<never, never>> {
  const sessionId = visit.identity?.id ?? ''
  await transact(ctx, async (tx) => {
    await tx.deleteFrom('sessions').where('workspace_id', '=', ctx.workspaceId).where('id', '=', sessionId).execute()
    await record(tx, ctx, { type: 'session.ended', subject: { personId: ctx.personId, sessionId }, audited: true })
  })
  visit.dropSession()
  return {}
}
