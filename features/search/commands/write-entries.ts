// oxlint-disable house/commands-record -- what is found follows from facts that were recorded already
import { sql } from 'kysely'
import type { Tx } from '#platform/sql/database.ts'
import type { FoundType } from '../rules/operators.ts'

/** One row to be found by its words; `words` as `vectorOf` writes them. */
export interface Entry {
  readonly id: string
  readonly type: FoundType
  readonly spaceId: string | null
  readonly threadId: string | null
  readonly authorId: string | null
  readonly words: string
  readonly at: Temporal.Instant
}

/** Writes entries, new or anew, in one statement. */
export async function writeEntries(tx: Tx, workspaceId: number, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return
  await sql`
    insert into search_entries (workspace_id, id, type, space_id, thread_id, author_id, words, happened_at)
    select ${workspaceId}::integer, id, type, "spaceId", "threadId", "authorId", words::tsvector, at
    from json_to_recordset(${JSON.stringify(entries)}::json)
      as given (id uuid, type text, "spaceId" uuid, "threadId" uuid, "authorId" uuid, words text, at timestamptz)
    on conflict (workspace_id, id) do update set space_id = excluded.space_id, thread_id = excluded.thread_id, words = excluded.words, author_id = excluded.author_id, happened_at = excluded.happened_at
  `.execute(tx)
}
