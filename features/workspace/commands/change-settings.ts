import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockSettings } from '../access.ts'
import type { changeSettings as contract, WorkspaceSettings } from '../contract/settings.ts'

/** Changes what holds for the whole workspace; what is left out, and what is so already, stays. */
export async function changeSettings(ctx: Context, changes: InputOf<typeof contract>): Promise<WorkspaceSettings> {
  return transact(ctx, async (tx) => {
    const before = await lockSettings(tx, ctx)
    const { name = before.name, backAndForth = before.backAndForth } = changes
    await tx.updateTable('workspaces').set({ name, back_and_forth: backAndForth }).where('id', '=', ctx.workspaceId).execute()
    if (name !== before.name) await record(tx, ctx, { type: 'workspace.renamed', subject: {}, audited: true })
    if (backAndForth !== before.backAndForth) {
      const subject = { before: before.backAndForth, after: backAndForth }
      await record(tx, ctx, { type: 'workspace.changed', subject, audited: true })
    }
    return { ...before, name, backAndForth }
  })
}
