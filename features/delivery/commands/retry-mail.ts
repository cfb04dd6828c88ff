import type { UpdateResult } from 'kysely'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { QueuedMail } from '../contract/mails.ts'
import { getMail } from '../queries/list-mails.ts'
import { tried } from './queue-mails.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Puts a parked mail, or push, back among those that wait, once. Throws `mail.not_parked`. */
export async function retryMail(ctx: Context, { id }: { id: string }): Promise<QueuedMail> {
  ensureAdministers(ctx)
  return transact(ctx, async (tx) => {
    const within = { ...ctx, db: tx }
    const { by } = await getMail(within, { id })
    const { numUpdatedRows } = await requeue(tx, ctx, { id, by })
    if (numUpdatedRows === 0n) throw conflict('mail.not_parked', () => refusalText('mailNotParked'))
    const fact =
      by === 'mail'
        ? ({ type: 'mail.retried', subject: { mailId: id } } as const)
        : ({ type: 'push.retried', subject: { pushId: id } } as const)
    await record(tx, ctx, { ...fact, audited: true })
    return getMail(within, { id })
  })
}

function requeue(tx: Tx, { workspaceId, now }: Context, { id, by }: Pick<QueuedMail, 'id' | 'by'>): Promise<UpdateResult> {
  const again = { state: 'queued', attempts: 0, next_attempt_at: now, park_after: now.add(tried), last_error: null }
  const parked = { workspace_id: workspaceId, id, state: 'parked' }
  return by === 'mail'
    ? tx
        .updateTable('mails')
        .set(again)
        .where((where) => where.and(parked))
        .executeTakeFirst()
    : tx
        .updateTable('pushes')
        .set(again)
        .where((where) => where.and(parked))
        .executeTakeFirst()
}
