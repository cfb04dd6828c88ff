import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'

export interface FactMove {
  readonly type: string
  readonly from: string
  readonly to: string
  /** Which of them, by their numbers in the stream they leave, and what these are in the other. */
  readonly seqs: readonly { readonly before: number; readonly after: number }[]
  /** What of their subjects is another now. */
  readonly subject: Readonly<Record<string, string>>
}

/**
 * Makes facts part of another stream, because what they are about is: their place in the order of the workspace, who and when stay. Call
 * `lockPosition` before anything else is locked: nobody reads or places facts meanwhile.
 */
export async function moveFacts(tx: Tx, workspaceId: number, { type, from, to, seqs, subject }: FactMove): Promise<void> {
  await sql`
    update events set stream_id = ${to}, stream_seq = moved.after, subject = subject || ${JSON.stringify(subject)}::jsonb
    from unnest(${seqs.map(({ before }) => before)}::integer[], ${seqs.map(({ after }) => after)}::integer[]) as moved (before, after)
    where events.workspace_id = ${workspaceId} and events.stream_id = ${from} and events.type = ${type} and events.stream_seq = moved.before
  `.execute(tx)
}
