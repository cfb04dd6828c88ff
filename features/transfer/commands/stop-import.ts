import { record } from '#platform/events/record.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockImport } from '../access.ts'
import type { Import } from '../contract.ts'
import { getImport } from '../queries/get-import.ts'
import { ensureMayImport } from '../rules/failures.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Stops an import; what it is just adding is added. Throws `import.not_running`. */
export async function stopImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  ensureMayImport(ctx.role)
  return transact(ctx, async (tx) => {
    const { stopped, state, failure } = await lockImport(tx, ctx, id)
    if (stopped || failure !== null || state === 'done' || state === 'failed')
      throw conflict('import.not_running', () => refusalText('notRunning'))
    await tx
      .insertInto('import_stops')
      .values({ workspace_id: ctx.workspaceId, import_id: id, id: newId(ctx.now), stopped_by: ctx.personId, stopped_at: ctx.now })
      .execute()
    await record(tx, ctx, { type: 'import.stopped', subject: { importId: id }, audited: true })
    return getImport({ ...ctx, db: tx }, { id })
  })
}
