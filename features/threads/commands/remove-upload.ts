// oxlint-disable house/commands-record -- what is uploaded concerns nobody until it is in a post
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { getUpload } from '../queries/get-upload.ts'
import { discardFiles } from './discard-files.ts'

/** Takes away an upload that is in no post. */
export async function removeUpload(ctx: Context, { id }: { readonly id: string }): Promise<{ removed: true }> {
  return transact(ctx, async (tx) => {
    await tx.selectFrom('files').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).select('id').forUpdate().execute()
    await getUpload({ ...ctx, db: tx }, { id })
    await discardFiles(tx, ctx, [id])
    return { removed: true }
  })
}
