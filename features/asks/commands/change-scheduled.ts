// oxlint-disable house/commands-record -- what has not left yet concerns nobody
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { InputOf } from '#platform/contract/endpoint.ts'
import { transact } from '#platform/sql/transact.ts'
import { lockScheduled } from '../access/scheduled.ts'
import type { changeScheduled as endpoint, Scheduled } from '../contract/scheduled.ts'
import { getScheduled } from '../queries/get-scheduled.ts'
import { ensureSameScheduled, ensureSendAt } from '../rules/sending.ts'
import { rehearse } from './rehearse.ts'

/** Changes what waits to leave, or when it does; what could not leave waits again. Throws `scheduled.sent` when it has left meanwhile. */
export async function changeScheduled(ctx: Context, { id, sendAt, message }: InputOf<typeof endpoint>): Promise<Scheduled> {
  return transact(ctx, async (tx) => {
    const before = await lockScheduled(tx, ctx, id)
    ensureSameScheduled(ctx.ifMatch, before.version)
    const at = ensureSendAt(sendAt ?? before.sendAt.toString(), ctx.now)
    const fields = merged(before.fields, message ?? {})
    await rehearse(tx, ctx, { message: { threadId: before.threadId, fields }, at })
    await sql`
      update scheduled set message = ${JSON.stringify(fields)}, send_at = ${at}, state = 'waiting', reason = null, told_in = null, version = version + 1
      where workspace_id = ${ctx.workspaceId} and id = ${id}
    `.execute(tx)
    return getScheduled({ ...ctx, db: tx }, { id })
  })
}

type Fields = Readonly<Record<string, unknown>>

const merged = (before: Fields, given: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, value]) => value !== null))
