// oxlint-disable house/commands-record -- it changes nothing
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/**
 * Tells PostgreSQL how large the tables have become that an import looks things up in. It plans every statement once; planned while a table was
 * empty, a look-up reads the whole of it for ever, until somebody counts again.
 */
export async function knowSizes(db: Database): Promise<void> {
  await sql`analyze import_entries, people, threads, posts, search_entries (workspace_id, id)`.execute(db)
}
