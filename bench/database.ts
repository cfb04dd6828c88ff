import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { addressOf } from '#platform/postgres/connection.ts'
import { startPostgres } from '#platform/postgres/start-postgres.ts'
import { type Say, seed, type Size } from './seed/workspace.ts'

/** Where benches keep what they make. Nothing here is worth keeping. */
export const scratch = join(import.meta.dirname, 'scratch')
const madeFrom = [join(import.meta.dirname, '../database/migrations'), join(import.meta.dirname, 'seed')]
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

export interface BenchServer {
  /** A database that holds a workspace of this size; made when there is none of this schema and seed yet. Nobody writes into it. */
  seeded(size: Size, say: Say): Promise<{ name: string; made: boolean }>
  /** A copy of it to write into, and its address. A copy of the same name made earlier is dropped. */
  copy(of: string, name: string): Promise<string>
  drop(name: string): Promise<void>
  stop(): Promise<void>
}

/** The PostgreSQL that benches run on: the embedded one, in bench/scratch; or the one that DATABASE_URL names, if its user may make databases. */
export async function benchServer(): Promise<BenchServer> {
  const { url, stop } = await server()
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  const there = async (name: string): Promise<boolean> =>
    (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1
  return {
    async seeded(size, say) {
      const name = `bench_${size.people}_${size.posts}_${await version()}`
      if (await there(name)) return { name, made: false }
      await admin.query(`drop database if exists ${name}_new with (force)`)
      await admin.query(`create database ${name}_new`)
      await seed(withDatabase(url, `${name}_new`), size, say)
      await admin.query(`alter database ${name}_new rename to ${name}`)
      return { name, made: true }
    },
    async copy(of, name) {
      await admin.query(`drop database if exists ${name} with (force)`)
      await admin.query(`create database ${name} template ${of} strategy file_copy`)
      return withDatabase(url, name)
    },
    drop: async (name) => void (await admin.query(`drop database if exists ${name} with (force)`)),
    async stop() {
      await admin.end()
      await stop()
    },
  }
}

async function server(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const postgres = await startPostgres({ dataDir: join(scratch, 'data'), log: quiet })
  return { url: addressOf(postgres.connection), stop: () => postgres.stop() }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.toString()
}

/** What tells a workspace made today from one made by another schema or seed. */
async function version(): Promise<string> {
  const hash = createHash('sha1')
  for (const folder of madeFrom) {
    for (const file of (await readdir(folder)).toSorted()) hash.update(await readFile(join(folder, file)))
  }
  return hash.digest('hex').slice(0, 8)
}
