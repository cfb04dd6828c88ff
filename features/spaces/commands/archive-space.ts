import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { SpaceArchived, SpaceUnarchived } from '../events.ts'

/** Archives a held space: it is read, not written, until it is brought back. What is archived already stays so, and nothing is recorded. */
export async function archiveSpace(tx: Tx, ctx: Context, spaceId: string): Promise<void> {
  const archived = await tx
    .insertInto('space_archives')
    .values({ workspace_id: ctx.workspaceId, space_id: spaceId, archived_by: ctx.personId, archived_at: ctx.now })
    .onConflict((already) => already.doNothing())
    .returning('space_id')
    .executeTakeFirst()
  if (!archived) return
  await record(tx, ctx, {
    type: 'space.archived',
    placeId: spaceId,
    subject: { spaceId } satisfies SpaceArchived['subject'],
    audited: true,
  })
}

/** Brings a held space back. What is not archived any more is back, and nothing is recorded. */
export async function unarchiveSpace(tx: Tx, ctx: Context, spaceId: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('space_archives')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('space_id', '=', spaceId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) return
  await record(tx, ctx, {
    type: 'space.unarchived',
    placeId: spaceId,
    subject: { spaceId } satisfies SpaceUnarchived['subject'],
    audited: true,
  })
}
