// oxlint-disable house/commands-record -- the caller records who did it, and whether it was their own
import { notFound } from '#platform/contract/failure.ts'
import type { Tx } from '#platform/sql/database.ts'

/** Takes somebody's second factor and its recovery codes away, on the caller's transaction; 404 when there is none. */
export async function dropSecondFactor(tx: Tx, workspaceId: number, personId: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('second_factors')
    .where('workspace_id', '=', workspaceId)
    .where('person_id', '=', personId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('second_factor')
  await tx.deleteFrom('recovery_codes').where('workspace_id', '=', workspaceId).where('person_id', '=', personId).execute()
}
