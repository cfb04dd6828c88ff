import { access, constants, statfs } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import type { Database } from '#platform/sql/database.ts'
import { type Config, WrongConfig, readConfig } from './config.ts'
import { onHostData } from './cli/host.ts'
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
    good('configuration', `answers at ${config.url}`),
  ]
  return [...before, await webClient(), mail(config), ...(await database(env)), await dataFolder(config)]
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

async function dataFolder({ dataDir }: Config): Promise<Finding> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK)
    const { bavail, bsize } = await statfs(dataDir)
    const free = (bavail * bsize) / GIGABYTE
    if (free < 1) return wrong('data folder', `only ${free.toFixed(1)} GB are free where ${dataDir} is. Make room.`)
    return good('data folder', `${dataDir}, ${Math.floor(free)} GB free`)
  } catch {
    return wrong('data folder', `${dataDir} cannot be written by this user. Run Baton as its owner, or name another in BATON_DATA_DIR.`)
  }
}

async function webClient(): Promise<Finding> {
  return access(webIndex).then(
    () => good('web client', 'built'),
    () => wrong('web client', 'not built. Run npm start once.'),
  )
}

function mail({ smtpUrl, mailFrom }: Config): Finding {
  return good('mail', smtpUrl ? `sent as ${mailFrom}` : 'not set up; digests stay in the app until SMTP_URL is set')
}

async function database(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  try {
    return await onHostData(env, async ({ db }) => [await server(db), await waiting(db), await parked(db), await parkedPushes(db)])
  } catch (error) {
    return [wrong('database', error instanceof Error ? error.message : String(error))]
  }
}

async function server(db: Database): Promise<Finding> {
  const { rows } = await sql<{ version: number }>`select current_setting('server_version_num')::integer / 10000 as version`.execute(db)
  const major = rows[0]?.version ?? 0
  if (major < 15 || major > 18) return wrong('database', `PostgreSQL ${major} is not supported. Use 15 to 18.`)
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
