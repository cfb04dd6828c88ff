import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import type { QueuedMail } from '../contract.ts'
import { getMail } from '../queries/list-mails.ts'
import { tried } from './queue-mails.ts'

/** Puts a parked mail back among those that wait, once. Throws `mail.not_parked`. */
export async function retryMail(ctx: Context, { id }: { id: string }): Promise<QueuedMail> {
  ensureAdministers(ctx)
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    await getMail(within, { id })
    const { numUpdatedRows } = await tx
      .updateTable('mails')
      .set({ state: 'queued', attempts: 0, next_attempt_at: ctx.now, park_after: ctx.now.add(tried), last_error: null })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .where('state', '=', 'parked')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw conflict('mail.not_parked', 'This mail is not parked: it waits to be sent, was sent, or was given up.')
    await record(tx, ctx, { type: 'mail.retried', subject: { mailId: id }, audited: true })
    return getMail(within, { id })
  })
}
