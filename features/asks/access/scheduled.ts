import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'
import { hasLeft } from '../rules/sending.ts'

export interface ScheduledRow {
  readonly threadId: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly sendAt: Temporal.Instant
  readonly version: number
}

/** Something of the actor's that has not left, held until the transaction ends, or 404. Throws `scheduled.sent` when it has. */
export async function lockScheduled(tx: Tx, ctx: Context, id: string): Promise<ScheduledRow> {
  const row = await tx
    .selectFrom('scheduled')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where('id', '=', id)
    .select(['thread_id as threadId', 'message', 'send_at as sendAt', 'state', 'version'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('scheduled')
  if (row.state === 'sent') throw hasLeft()
  return { ...row, fields: JSON.parse(row.message) as ScheduledRow['fields'] }
}
