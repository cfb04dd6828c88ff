// oxlint-disable house/commands-record -- how one is reached on one's own devices is no fact about the work
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'

/** Ends pushes to one of one's own devices, or 404. */
export async function removePushDevice(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('push_devices')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('person_id', '=', ctx.personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw notFound('device')
  return {}
}
