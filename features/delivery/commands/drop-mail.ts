import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { getMail } from '../queries/list-mails.ts'

/** Gives up a mail that waits or is parked; one that is being sent this moment may have left. Throws `mail.over`. */
export async function dropMail(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  ensureAdministers(ctx)
  await transact(ctx, async (tx) => {
    await getMail({ ...ctx, db: tx }, { id })
    const { numUpdatedRows } = await tx
      .updateTable('mails')
      .set({ state: 'dropped' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .where('state', 'in', ['queued', 'sending', 'parked'])
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw conflict('mail.over', 'This mail was sent or given up already.')
    await record(tx, ctx, { type: 'mail.dropped', subject: { mailId: id }, audited: true })
  })
  return {}
}
