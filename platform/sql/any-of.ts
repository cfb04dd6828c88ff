import { type RawBuilder, sql } from 'kysely'

/** `where('id', '=', anyOf(ids))`: one statement text, and so one prepared statement, however many ids. */
export function anyOf(ids: readonly string[]): RawBuilder<string> {
  return sql<string>`any(${[...new Set(ids)]}::uuid[])`
}
