import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { keptFiles } from '#platform/files/kept-files.ts'
import { keptSecret } from '#platform/files/kept-secret.ts'
import type { App } from '#platform/http/app.ts'
import { listen } from '#platform/http/listen.ts'
import { addStaticFiles } from '#platform/http/static-files.ts'
import { createLive } from '#platform/live/live.ts'
import { openMailTransport } from '#platform/mail/transport.ts'
import { openPushTransport, type PushTransport } from '#platform/push/transport.ts'
import { pushIdentity } from '#platform/push/vapid.ts'
import { startPostgres } from '#platform/postgres/start-postgres.ts'
import { type Connection, type Database, openDatabase } from '#platform/sql/database.ts'
import { migrate } from '#platform/sql/migrate.ts'
import { type Clock, systemClock } from '#platform/time/clock.ts'
import { type Config, isLocalOnly } from './config.ts'
import { holdDataDir } from './hold-data-dir.ts'
import { buildServer } from './server.ts'
import { buildWorker, type WorkerParts } from './worker.ts'

/** The pages, as they are built. */
export const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url))
const GRACE = 3_000
/** Many times what any statement of a request takes, in milliseconds: one that does not end keeps its connection, and those who wait behind it, no longer. */
const LONGEST_STATEMENT = 30_000

export type WhenStopping = (end: () => Promise<void> | void) => void

interface Manner {
  readonly say: (line: string) => void
  readonly clock?: Clock
  /** What is done to the database before its schema is brought up to date. */
  readonly empty?: (db: Database) => Promise<void>
  /** Adds pages that come before the built ones. */
  readonly pages?: (app: App) => void
  /** What is done before the first request of anybody else is answered; `settle` does all that is due by then. */
  readonly fill?: (app: App, settle: () => Promise<void>) => Promise<void>
}

/** Starts all of Baton: database, schema, worker, requests. What is to be ended at the end is handed to `whenStopping` as it starts. */
export async function serve(config: Config, manner: Manner, whenStopping: WhenStopping): Promise<void> {
  const { say, clock = systemClock, empty, pages, fill } = manner
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ fd: 2, sync: false }))
  const hold = await holdDataDir(config.dataDir)
  whenStopping(() => hold.release())
  const connection = await reachDatabase(config, { log, say }, whenStopping)
  const { db, pool, close } = openDatabase(connection)
  whenStopping(close)
  const requests = openDatabase(connection, { size: 20, longest: LONGEST_STATEMENT })
  whenStopping(requests.close)
  await empty?.(db)
  await migrate(pool)
  const secret = config.secret ?? (await keptSecret(join(config.dataDir, 'secret')))
  const setupCode = await setupCodeFor(config, db, say)
  const live = createLive()
  const kept = keptFiles(join(config.dataDir, 'files'))
  const mail = mailOf(config, { secret, whenStopping })
  const push = pushOf(config, { secret, whenStopping })
  const importsFolder = join(config.dataDir, 'imports')
  await mkdir(importsFolder, { recursive: true, mode: 0o700 })
  const worker = buildWorker({ db, connection, clock, log, live, kept, mail, push, importsFolder })
  const app = buildServer({
    db: requests.db,
    clock,
    log,
    url: config.url,
    trustedProxies: config.trustedProxies,
    setupCode,
    secret,
    mail: mail !== null,
    live,
    files: { kept, limit: config.fileLimit },
    importsFolder,
    changed: () => worker.wake(),
  })
  pages?.(app)
  await addStaticFiles(app, webFolder)
  await fill?.(app, () => worker.settle())
  worker.start()
  whenStopping(() => worker.stop())
  giveBackMemory()
  const listening = await listen(app, config)
  whenStopping(() => listening.stop(GRACE))
  whenStopping(() => live.end(() => true))
  await hold.announce(`http://${listeningAt(config)}`)
  say(`Baton answers at ${config.url}`)
  say('Press Ctrl+C to stop it.')
}

/** What starting took and nothing needs any more: a seventh of all. Only where Node was told to offer it, as `npm start` does. */
const giveBackMemory = (): void => globalThis.gc?.({ type: 'major', flavor: 'last-resort' })

function mailOf(
  { smtpUrl, mailFrom, url }: Config,
  { secret, whenStopping }: { secret: string; whenStopping: WhenStopping },
): WorkerParts['mail'] {
  if (smtpUrl === null) return null
  const transport = openMailTransport({ url: smtpUrl, from: mailFrom })
  whenStopping(() => transport.close())
  return { transport, url, secret }
}

/** Push services are told by what address to reach whoever runs this; some refuse one that is not on the internet. */
function pushOf({ url, mailFrom }: Config, { secret, whenStopping }: { secret: string; whenStopping: WhenStopping }): PushTransport {
  const contact = url.startsWith('https:') ? url : `mailto:${/[^\s<>]+@[^\s<>]+/.exec(mailFrom)?.[0] ?? mailFrom}`
  const transport = openPushTransport(pushIdentity(secret, contact))
  whenStopping(() => transport.close())
  return transport
}

async function reachDatabase(
  { databaseUrl, dataDir }: Config,
  told: { log: pino.Logger; say: (line: string) => void },
  whenStopping: WhenStopping,
): Promise<Connection> {
  if (databaseUrl) return { connectionString: databaseUrl }
  const log = {
    info: (_fields: object, message: string) => told.say(message),
    warn: (fields: object, message: string) => told.log.warn(fields, message),
    error: (fields: object, message: string) => told.log.error(fields, message),
  }
  const postgres = await startPostgres({ dataDir, log })
  whenStopping(() => postgres.stop())
  return postgres.connection
}

const listeningAt = ({ host, port }: Config): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

/** Whoever can reach an empty Baton from elsewhere must also be able to read what its start printed. */
async function setupCodeFor(config: Config, db: Database, say: (line: string) => void): Promise<string | null> {
  if (isLocalOnly(config)) return null
  const code = randomBytes(9).toString('base64url')
  const workspace = await db.selectFrom('workspaces').select('id').limit(1).executeTakeFirst()
  if (!workspace) say(`To set it up, this code is asked for: ${code}`)
  return code
}
