import type { Context } from '#platform/context.ts'
import type { Tx } from './database.ts'

/** Joins the transaction the caller already holds, or opens one. */
export async function transact<Result>(ctx: Context, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return ctx.db.isTransaction ? work(ctx.db as Tx) : ctx.db.transaction().execute(work)
}
