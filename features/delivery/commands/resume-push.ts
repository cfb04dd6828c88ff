// oxlint-disable house/commands-record -- how one is reached on one's own devices is no fact about the work
import type { Context } from '#platform/context.ts'
import type { Paused } from '../contract/push.ts'

/** Ends the pause of pushes. Where there is none, nothing changes. */
export async function resumePush(ctx: Context): Promise<Paused> {
  await ctx.db.deleteFrom('push_pauses').where('workspace_id', '=', ctx.workspaceId).where('person_id', '=', ctx.personId).execute()
  return { pausedUntil: null }
}
