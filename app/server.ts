import { type App, createApp, type Log } from '#platform/http/app.ts'
import type { Identity } from '#platform/http/visit.ts'
import type { Live } from '#platform/live/live.ts'
import { pushIdentity } from '#platform/push/vapid.ts'
import { derivedSecret } from '#platform/secrets/secret.ts'
import type { Database } from '#platform/sql/database.ts'
import type { Clock } from '#platform/time/clock.ts'
import { identify } from '#features/people/commands/identify.ts'
import type { FileParts } from '#features/threads/commands/create-upload.ts'
import { addRoutes } from './routes.ts'

export interface ServerOptions {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly url: string
  readonly trustedProxies: number
  /** Asked for at first run when Baton can be reached from other machines; null when it cannot. */
  readonly setupCode: string | null
  /** What links and codes are signed with. */
  readonly secret: string
  /** Whether mail is set up. */
  readonly mail: boolean
  /** Who listens in this process. */
  readonly live: Live
  readonly files: FileParts
  /** Where archives wait to be brought in. */
  readonly importsFolder: string
  /** Whether pushes may go to services on this machine: in tests only. */
  readonly nearPushes?: boolean
  /** Told after every request that may have changed something. */
  readonly changed?: () => void
  readonly checkOutputs?: boolean
}

/** All of Baton that answers requests; whoever calls it decides how it is listened to. */
export function buildServer({
  setupCode,
  secret,
  mail,
  live,
  files,
  importsFolder,
  nearPushes = false,
  changed = () => {},
  checkOutputs = false,
  ...parts
}: ServerOptions): App {
  const app = createApp({
    ...parts,
    checkOutputs,
    sign: (text) => derivedSecret(secret, text),
    identify: (token, kind, now): Promise<Identity | null> => identify(parts.db, { secret: token, kind, now }),
  })
  app.hono.use('/api/*', async (c, next) => {
    await next()
    if (c.req.method !== 'GET') changed()
  })
  const push = { publicKey: pushIdentity(secret, parts.url).publicKey, near: nearPushes }
  addRoutes(app, { setupCode, secret, mail, live, files, importsFolder, push })
  return app
}
