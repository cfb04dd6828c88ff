// oxlint-disable house/commands-record -- nothing of it stays
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'
import { type Message, sendMessage } from './send-message.ts'

interface Rehearsal {
  readonly message: Message
  /** When it will leave. */
  readonly at: Temporal.Instant
}

/** Sends a message as it would leave at its moment, and takes all of it back: what is refused then is refused now. */
export async function rehearse(tx: Tx, ctx: Context, { message, at }: Rehearsal): Promise<void> {
  await sql`savepoint rehearsal`.execute(tx)
  await sendMessage({ ...ctx, db: tx, now: at }, message)
  await sql`rollback to savepoint rehearsal`.execute(tx)
}
