import { sql } from 'kysely'
import { ensureAdministers } from '#features/workspace/access.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/contract/failure.ts'
import { record } from '#platform/events/record.ts'
import { transact } from '#platform/sql/transact.ts'
import { getMail, tableOf } from '../queries/list-mails.ts'

/** Gives up a mail, or push, that waits or is parked; one that is being sent this moment may have left. Throws `mail.over`. */
export async function dropMail(ctx: Context, { id }: { id: string }): Promise<Record<never, never>> {
  ensureAdministers(ctx)
  await transact(ctx, async (tx) => {
    const { by } = await getMail({ ...ctx, db: tx }, { id })
    const { numAffectedRows } = await sql`
      update ${sql.table(tableOf[by])} set state = 'dropped'
      where workspace_id = ${ctx.workspaceId} and id = ${id} and state in ('queued', 'sending', 'parked')
    `.execute(tx)
    if (numAffectedRows === 0n) throw conflict('mail.over', 'This was sent or given up already.')
    const fact =
      by === 'mail'
        ? ({ type: 'mail.dropped', subject: { mailId: id } } as const)
        : ({ type: 'push.dropped', subject: { pushId: id } } as const)
    await record(tx, ctx, { ...fact, audited: true })
  })
  return {}
}
