// oxlint-disable house/commands-record -- settleAsks records how it ended
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { type AskRow, ensureOpen } from '../access/asks.ts'
import { type Settlement, settleAsks } from './settle-asks.ts'

/** Ends a held ask; whoever comes second is told who was first. Throws `ask.already_settled`. */
export async function settleAsk(tx: Tx, ctx: Context, { ask, end }: { ask: AskRow; end: Settlement }): Promise<void> {
  await ensureOpen(tx, ctx, ask)
  await settleAsks(tx, ctx, { asks: [ask], end })
}
