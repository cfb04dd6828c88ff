// oxlint-disable house/commands-record -- how one is reached on one's own devices is no fact about the work
import type { Context } from '#platform/context.ts'
import type { Paused } from '../contract/push.ts'
import { PAUSE } from '../rules/moments.ts'

/** Ends pushes to all of one's own devices for a week from now. */
export async function pausePush(ctx: Context): Promise<Paused> {
  const until = ctx.now.add(PAUSE)
  const times = { paused_at: ctx.now, ends_at: until }
  await ctx.db
    .insertInto('push_pauses')
    .values({ workspace_id: ctx.workspaceId, person_id: ctx.personId, ...times })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'person_id']).doUpdateSet(times))
    .execute()
  return { pausedUntil: until.toString() }
}
