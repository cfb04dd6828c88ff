import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/contract/failure.ts'
import { ensureMayImport } from '../rules/failures.ts'
import type { Import } from '../contract.ts'
import { importRows, importView } from './import-view.ts'

/** One import. */
export async function getImport(ctx: Context, { id }: { id: string }): Promise<Import> {
  ensureMayImport(ctx.role)
  const row = await importRows(ctx.db, ctx.workspaceId).where('imports.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('import')
  return importView(row, ctx)
}
