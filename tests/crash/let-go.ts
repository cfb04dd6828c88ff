import { sql } from 'kysely'
import type { Baton } from '#app/testing/harness.ts'
import { waitFor } from '#platform/process/processes.ts'

const WITHIN = 30_000

/** Waits until PostgreSQL has noticed that a worker which held the workspaces' locks is gone: until then nobody else gets them. */
export async function letGo({ db }: Pick<Baton, 'db'>): Promise<void> {
  const isFree = async (): Promise<boolean> => {
    const { rows } = await sql<{ held: number }>`
      select count(*)::integer as held from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
    `.execute(db)
    return rows[0]?.held === 0
  }
  if (!(await waitFor(isFree, { within: WITHIN }))) throw new Error('The lock of a worker that is gone is still held.')
}
