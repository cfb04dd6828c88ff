import type { Context } from '#platform/context.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import type { SpaceArchived, SpaceUnarchived } from '../events.ts'

/** Archives a held space: it is read, not written, until it is brought back. */
export async function archiveSpace(tx: Tx, ctx: Context, spaceId: string): Promise<void> {
  await tx
    .insertInto('space_archives')
    .values({ workspace_id: ctx.workspaceId, space_id: spaceId, archived_by: ctx.personId, archived_at: ctx.now })
    .execute()
  await record(tx, ctx, {
    type: 'space.archived',
    placeId: spaceId,
    subject: { spaceId } satisfies SpaceArchived['subject'],
    audited: true,
  })
}

/** Brings a held space back. */
export async function unarchiveSpace(tx: Tx, ctx: Context, spaceId: string): Promise<void> {
  await tx.deleteFrom('space_archives').where('workspace_id', '=', ctx.workspaceId).where('space_id', '=', spaceId).execute()
  await record(tx, ctx, {
    type: 'space.unarchived',
    placeId: spaceId,
    subject: { spaceId } satisfies SpaceUnarchived['subject'],
    audited: true,
  })
}
