import type { UpdateResult } from 'kysely'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { transact } from '#platform/sql/transact.ts'
import type { QueuedMail } from '../contract/mails.ts'
import { getMail } from '../queries/list-mails.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** Gives up a mail, or push, that waits or is parked; one that is being sent this moment may have left. Throws `mail.over`. */
export async function dropMail(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  ensureAdministers(ctx)
  await transact(ctx, async (tx) => {
    const { by } = await getMail({ ...ctx, db: tx }, { id })
    const { numUpdatedRows } = await giveUp(tx, ctx, { id, by })
    if (numUpdatedRows === 0n) throw conflict('mail.over', () => refusalText('mailOver'))
    const fact =
      by === 'mail'
        ? ({ type: 'mail.dropped', subject: { mailId: id } } as const)
        : ({ type: 'push.dropped', subject: { pushId: id } } as const)
    await record(tx, ctx, { ...fact, audited: true })
  })
  return {}
}

function giveUp(tx: Tx, { workspaceId }: Context, { id, by }: Pick<QueuedMail, 'id' | 'by'>): Promise<UpdateResult> {
  const states = ['queued', 'sending', 'parked']
  return by === 'mail'
    ? tx
        .updateTable('mails')
        .set({ state: 'dropped' })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .where('state', 'in', states)
        .executeTakeFirst()
    : tx
        .updateTable('pushes')
        .set({ state: 'dropped' })
        .where('workspace_id', '=', workspaceId)
        .where('id', '=', id)
        .where('state', 'in', states)
        .executeTakeFirst()
}
