import { readFile, readdir } from 'node:fs/promises'
import type pg from 'pg'

const folder = new URL('../../database/migrations/', import.meta.url)
const LOCK = 727_001

/** The database was made by a newer Baton than this one. */
export class NewerSchema extends Error {}

/**
 * Brings the database to this version's schema: every migration not yet applied, all in one transaction, one process at a time.
 * Throws `NewerSchema` when the database holds a migration that this version does not know. Returns the names applied.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const files = await migrationFiles()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(${LOCK})`)
    await client.query('create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())')
    const { rows } = await client.query<{ name: string }>('select name from migrations')
    const applied = rows.map((row) => row.name)
    ensureKnown(applied, files)
    const missing = files.filter((file) => !applied.includes(file))
    for (const file of missing) {
      await client.query(await readFile(new URL(file, folder), 'utf8'))
      await client.query('insert into migrations (name) values ($1)', [file])
    }
    await client.query('commit')
    return missing
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** The migrations that the next start will apply; nothing is changed. Throws `NewerSchema`. */
export async function missingMigrations(pool: pg.Pool): Promise<string[]> {
  const files = await migrationFiles()
  const { rows: made } = await pool.query<{ made: boolean }>(`select to_regclass('migrations') is not null as made`)
  if (made[0]?.made !== true) return files
  const { rows } = await pool.query<{ name: string }>('select name from migrations')
  const applied = rows.map(({ name }) => name)
  ensureKnown(applied, files)
  return files.filter((file) => !applied.includes(file))
}

const migrationFiles = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()

function ensureKnown(applied: readonly string[], files: readonly string[]): void {
  const unknown = applied.find((name) => !files.includes(name))
  if (unknown) {
    throw new NewerSchema(
      `This database was made by a newer Baton (it holds ${unknown}). Start that version, or restore a backup made before it.`,
    )
  }
}
