import { record } from '#platform/events/record.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { getImport } from '../queries/get-import.ts'
import { ensureMayImport } from '../rules/failures.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Lets an import go on that was stopped, or that failed for a reason that may have passed. Throws `import.not_stopped`. */
export async function resumeImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  ensureMayImport(ctx.role)
  return transact(ctx, async (tx) => {
    const { stopped, failure, state, place } = await lockImport(tx, ctx, id)
    if (place === 'host') throw conflict('import.not_stopped', () => refusalText('runsOnHost'))
    if (state === 'done' || state === 'failed' || (!stopped && failure === null))
      throw conflict('import.not_stopped', () => refusalText('notStopped'))
    await tx
      .updateTable('import_stops')
      .set({ resumed_by: ctx.personId, resumed_at: ctx.now })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', id)
      .where('resumed_at', 'is', null)
      .execute()
    await tx.updateTable('imports').set({ failure: null }).where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute()
    await record(tx, ctx, { type: 'import.resumed', subject: { importId: id }, audited: true })
    return getImport({ ...ctx, db: tx }, { id })
  })
}
