import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'

/** Ends one of one's own sessions, or 404. */
export async function endSession(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  await transact(ctx, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('sessions')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('person_id', '=', ctx.personId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notFound('session')
    await record(tx, ctx, { type: 'session.ended', subject: { personId: ctx.personId, sessionId: id }, audited: true })
  })
  return {}
}
