import { sql } from 'kysely'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import type { QueuedMail } from '../contract/mails.ts'
import { getMail, tableOf } from '../queries/list-mails.ts'
import { tried } from './queue-mails.ts'

/** Puts a parked mail, or push, back among those that wait, once. Throws `mail.not_parked`. */
export async function retryMail(ctx: Context, { id }: { id: string }): Promise<QueuedMail> {
  ensureAdministers(ctx)
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const { by } = await getMail(within, { id })
    const { numAffectedRows } = await sql`
      update ${sql.table(tableOf[by])} set state = 'queued', attempts = 0, next_attempt_at = ${ctx.now}, park_after = ${ctx.now.add(tried)}, last_error = null
      where workspace_id = ${ctx.workspaceId} and id = ${id} and state = 'parked'
    `.execute(tx)
    if (numAffectedRows === 0n) throw conflict('mail.not_parked', 'This is not parked: it waits to be sent, was sent, or was given up.')
    const fact =
      by === 'mail'
        ? ({ type: 'mail.retried', subject: { mailId: id } } as const)
        : ({ type: 'push.retried', subject: { pushId: id } } as const)
    await record(tx, ctx, { ...fact, audited: true })
    return getMail(within, { id })
  })
}
