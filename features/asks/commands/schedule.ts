// oxlint-disable house/commands-record -- what has not left yet concerns nobody
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { newId } from '#platform/sql/id.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireThread } from '#features/threads/access.ts'
import type { Scheduled } from '../contract/scheduled.ts'
import { getScheduled } from '../queries/get-scheduled.ts'
import { ensureSendAt, MOST_SCHEDULED, tooManyScheduled } from '../rules/sending.ts'
import { rehearse } from './rehearse.ts'

interface Later {
  /** Of the thread it is posted in; null for what opens one. */
  readonly number: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly sendAt: string
}

/** Keeps what is to leave later, once it was tried whether it could: throws whatever sending it at that moment would. */
export async function schedule(ctx: Context, { number, fields, sendAt }: Later): Promise<Scheduled> {
  const at = ensureSendAt(sendAt, ctx.now)
  return transact(ctx, async (tx) => {
    await ensureRoom(tx, ctx)
    const threadId = number === null ? null : (await requireThread(tx, ctx, number)).id
    await rehearse(tx, ctx, { message: { threadId, fields }, at })
    const id = newId(ctx.now)
    await tx
      .insertInto('scheduled')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        person_id: ctx.personId,
        thread_id: threadId,
        message: JSON.stringify(fields),
        send_at: at,
        made_at: ctx.now,
      })
      .execute()
    return getScheduled({ ...ctx, db: tx }, { id })
  })
}

async function ensureRoom(tx: Tx, { workspaceId, personId }: Context): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from scheduled where workspace_id = ${workspaceId} and person_id = ${personId} and state <> 'sent'
  `.execute(tx)
  if ((rows[0]?.count ?? 0) >= MOST_SCHEDULED) throw tooManyScheduled()
}
