import { access, constants, statfs } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { openMailTransport } from '#platform/mail/transport.ts'
import { isMade } from '#platform/postgres/connection.ts'
import { findPlace } from '#platform/postgres/place.ts'
import type { Database } from '#platform/sql/database.ts'
import { missingMigrations } from '#platform/sql/migrate.ts'
import { type Config, WrongConfig, readConfig } from './config.ts'
import { onHostDataAsItIs } from './cli/host.ts'
import { version } from './version.ts'

/** One thing that was looked at, and what to do when it is not good. */
export interface Finding {
  readonly subject: string
  readonly good: boolean
  readonly says: string
}

const webIndex = fileURLToPath(new URL('../dist/web/index.html', import.meta.url))
const GIGABYTE = 1024 ** 3

/** Looks at the configuration, the data folder, the database and what waits in it. */
export async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const config = configOf(env)
  if ('problems' in config) return config.problems.map((says) => ({ subject: 'configuration', good: false, says }))
  const before = [
    good('Baton', `${version} on Node ${process.versions.node}, time zones ${process.versions.tz ?? 'unknown'}`),
    good('configuration', `the address is ${config.url}`),
  ]
  return [...before, await webClient(), await mail(config), ...(await database(env, config)), await dataFolder(config)]
}

const good = (subject: string, says: string): Finding => ({ subject, good: true, says })
const wrong = (subject: string, says: string): Finding => ({ subject, good: false, says })

function configOf(env: NodeJS.ProcessEnv): Config | { problems: readonly string[] } {
  try {
    return readConfig(env)
  } catch (error) {
    if (error instanceof WrongConfig) return { problems: error.problems }
    throw error
  }
}

async function dataFolder({ dataDir, databaseUrl }: Config): Promise<Finding> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK)
    const isApart = databaseUrl === null && (await isMade(dataDir))
    const rooms = await Promise.all([dataDir, ...(isApart ? [(await findPlace(dataDir)).home] : [])].map(roomIn))
    const least = rooms.toSorted((one, other) => one.free - other.free)[0]!
    if (least.free < 1) return wrong('data folder', `only ${least.free.toFixed(1)} GB are free where ${least.folder} is. Make room.`)
    return good('data folder', `${dataDir}, ${Math.floor(least.free)} GB free`)
  } catch (error) {
    if (isMissing(error)) return good('data folder', `${dataDir} is not there yet; the first start makes it`)
    return wrong('data folder', `${dataDir} cannot be written by this user. Run Baton as its owner, or name another in BATON_DATA_DIR.`)
  }
}

async function roomIn(folder: string): Promise<{ folder: string; free: number }> {
  const { bavail, bsize } = await statfs(folder)
  return { folder, free: (bavail * bsize) / GIGABYTE }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function webClient(): Promise<Finding> {
  return access(webIndex).then(
    () => good('web client', 'built'),
    () => wrong('web client', 'not built. Run npm start once.'),
  )
}

async function mail({ smtpUrl, mailFrom }: Config): Promise<Finding> {
  if (smtpUrl === null) return good('mail', 'not set up; digests stay in the app until SMTP_URL is set')
  const transport = openMailTransport({ url: smtpUrl, from: mailFrom })
  try {
    await transport.check()
    return good('mail', `sent as ${mailFrom}; the server lets Baton in`)
  } catch (error) {
    return wrong('mail', `${new URL(smtpUrl).host} does not take mails: ${messageOf(error)}. Check SMTP_URL, and that this server is up.`)
  } finally {
    transport.close()
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

async function database(env: NodeJS.ProcessEnv, { databaseUrl, dataDir }: Config): Promise<Finding[]> {
  try {
    if (databaseUrl === null && !(await isMade(dataDir))) return [good('database', 'none yet; the first start makes it')]
    return await onHostDataAsItIs(env, async ({ db, pool }) => {
      const missing = await missingMigrations(pool)
      const found = await server(db, missing.length)
      // What an older schema has not got cannot be looked at.
      return missing.length > 0 ? [found] : [found, await waiting(db), await parked(db), await parkedPushes(db)]
    })
  } catch (error) {
    return [wrong('database', messageOf(error))]
  }
}

async function server(db: Database, missing: number): Promise<Finding> {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::integer / 10000 as version`.execute(db)
  const major = rows[0]?.version ?? 0
  if (major < 15 || major > 18) return wrong('database', `PostgreSQL ${major} is not supported. Use 15 to 18.`)
  if (missing > 0) return good('database', `PostgreSQL ${major}, schema of an older Baton; the next start brings it to this version`)
  return good('database', `PostgreSQL ${major}, schema up to date`)
}

async function waiting(db: Database): Promise<Finding> {
  const row = await db
    .selectFrom('outbox')
    .select((where) => [where.fn.countAll<number>().as('count')])
    .where('last_error', 'is not', null)
    .executeTakeFirstOrThrow()
  if (row.count > 0) return wrong('events', `${row.count} cannot be handled; the log says why. They are kept and tried again.`)
  return good('events', 'none is stuck')
}

async function parked(db: Database): Promise<Finding> {
  const row = await db
    .selectFrom('mails')
    .select((where) => [where.fn.countAll<number>().as('count')])
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow()
  if (row.count > 0) return wrong('mail', `${row.count} could not be sent within a day. Check SMTP_URL.`)
  return good('mail', 'none is parked')
}

async function parkedPushes(db: Database): Promise<Finding> {
  const row = await db
    .selectFrom('pushes')
    .select((where) => [where.fn.countAll<number>().as('count')])
    .where('state', '=', 'parked')
    .executeTakeFirstOrThrow()
  if (row.count > 0) return wrong('push', `${row.count} could not be sent. The log says why; https addresses have to be within reach.`)
  return good('push', 'none is parked')
}
