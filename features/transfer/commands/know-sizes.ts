// oxlint-disable house/commands-record -- it changes nothing
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'

/** What an import looks things up in, and of what of it PostgreSQL counts. */
const counted: Readonly<Record<string, string>> = {
  import_entries: 'import_entries',
  people: 'people',
  threads: 'threads',
  posts: 'posts',
  search_entries: 'search_entries (workspace_id, id)',
}

/**
 * Tells PostgreSQL how large the tables have become that an import looks things up in, those that have doubled since it counted last. It plans every
 * statement once; planned while a table was empty, a look-up reads the whole of it for ever, until somebody counts again.
 */
export async function knowSizes(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = current_schema()::regnamespace and relname = any(${Object.keys(counted)}::text[])
      and pg_relation_size(oid) > 2 * relpages::bigint * current_setting('block_size')::integer
  `.execute(db)
  const grown = rows.map(({ name }) => counted[name]).join(', ')
  if (grown !== '') await sql`analyze ${sql.raw(grown)}`.execute(db)
}
