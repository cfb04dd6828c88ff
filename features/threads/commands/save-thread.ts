// oxlint-disable house/commands-record -- what somebody keeps for later is nobody else's to know
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { transact } from '#platform/sql/transact.ts'
import { requireThread } from '../access.ts'

/** Keeps a thread for later; once is enough. */
export async function saveThread(ctx: Context, { number }: { number: string }): Promise<{ saved: boolean }> {
  return transact(ctx, async (tx) => {
    const { id } = await requireThread(tx, ctx, number)
    await sql`
      insert into saved_threads (workspace_id, person_id, thread_id, saved_at) values (${ctx.workspaceId}, ${ctx.personId}, ${id}, ${ctx.now})
      on conflict do nothing
    `.execute(tx)
    return { saved: true }
  })
}
