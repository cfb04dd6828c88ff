import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Tx } from '#platform/sql/database.ts'

/** A text that stands above a thread. */
export interface KeptText {
  readonly body: string
  readonly handle: string
  readonly name: string
  readonly at: Temporal.Instant
}

interface Which {
  readonly of: 'thread_highlights' | 'thread_outcomes'
  readonly threadId: string
}

/** What stands above a held thread, and who wrote it when; nothing where nothing does. */
export async function keptText(tx: Tx, { workspaceId }: Context, { of, threadId }: Which): Promise<KeptText | undefined> {
  const { rows } = await sql<KeptText>`
    select kept.body, writer.handle, writer.name, kept.written_at as at
    from ${sql.table(of)} kept join people writer on writer.workspace_id = kept.workspace_id and writer.id = kept.written_by
    where kept.workspace_id = ${workspaceId} and kept.thread_id = ${threadId}
  `.execute(tx)
  return rows[0]
}
