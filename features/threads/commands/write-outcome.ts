// oxlint-disable house/commands-record -- whoever drafts or concludes records which of the two it was
import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

interface Outcome {
  readonly threadId: string
  readonly body: string
  readonly concluded: boolean
}

/** Writes the outcome of a held thread, so that none is owed. A conclusion ends the back and forth before it. */
export async function writeOutcome(tx: Tx, { workspaceId, personId, now }: Context, { threadId, body, concluded }: Outcome): Promise<void> {
  const words = { body, written_by: personId, written_at: now }
  await tx
    .insertInto('thread_outcomes')
    .values({ workspace_id: workspaceId, thread_id: threadId, ...words })
    .onConflict((written) => written.columns(['workspace_id', 'thread_id']).doUpdateSet(words))
    .execute()
  await sql`
    update threads set outcome_owed = false, concluded = ${concluded},
      turns = case when ${concluded} then 0 else turns end,
      turn_of = case when ${concluded} then null else turn_of end,
      turn_before = case when ${concluded} then null else turn_before end
    where workspace_id = ${workspaceId} and id = ${threadId}
  `.execute(tx)
}
