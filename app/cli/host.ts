import { type Config, readConfig } from '#app/config.ts'
import { holdDataDir } from '#app/hold-data-dir.ts'
import type { Log } from '#platform/http/app.ts'
import { connectionOf } from '#platform/postgres/connection.ts'
import { startPostgres } from '#platform/postgres/start-postgres.ts'
import { type Connection, type OpenDatabase, openDatabase } from '#platform/sql/database.ts'
import { migrate } from '#platform/sql/migrate.ts'

const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** As `onHostDataAsItIs`, and the schema is brought up to date first. */
export async function onHostData<Result>(
  env: NodeJS.ProcessEnv,
  work: (database: OpenDatabase, config: Config) => Promise<Result>,
): Promise<Result> {
  return onHostDataAsItIs(env, async (database, config) => {
    await migrate(database.pool)
    return work(database, config)
  })
}

/**
 * Does something on the server's own data: beside a running Baton through its database, otherwise with the database started for as long as
 * the work takes.
 */
export async function onHostDataAsItIs<Result>(
  env: NodeJS.ProcessEnv,
  work: (database: OpenDatabase, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(env)
  const { connection, release } = await reach(config)
  const database = openDatabase(connection, { size: 4 })
  try {
    return await work(database, config)
  } finally {
    await database.close()
    await release()
  }
}

async function reach(config: Config): Promise<{ connection: Connection; release(): Promise<void> }> {
  if (config.databaseUrl) return { connection: { connectionString: config.databaseUrl }, release: async () => {} }
  const running = await connectionOf(config.dataDir)
  if (running) return { connection: running, release: async () => {} }
  const hold = await holdDataDir(config.dataDir)
  const postgres = await startPostgres({ dataDir: config.dataDir, log: quiet })
  return { connection: postgres.connection, release: () => postgres.stop().finally(() => hold.release()) }
}
