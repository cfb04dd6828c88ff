import { keptSecret } from '#platform/files/kept-secret.ts'
import { connectionTo, type EmbeddedConnection, ensureDatabase, passwordFile } from './connection.ts'
import { keepRunning, type PostgresLog } from './keep-running.ts'
import { launch } from './launch.ts'
import { CannotStart, exists, explainDenied, type Place, preparePlace } from './place.ts'
import { clearRemains, findPostmaster, type Postmaster, stopPostmaster } from './postmaster.ts'
import { waitFor } from '#platform/process/processes.ts'
import type { Settings } from './settings.ts'
import { makeSocketDir, removeSockets } from './sockets.ts'

interface Options {
  readonly dataDir: string
  readonly log: PostgresLog
  /** What differs from the settings that suit the machine. */
  readonly settings?: Settings
  /** False only for data that may be lost: nothing then waits for the disk. */
  readonly durable?: boolean
}

export interface EmbeddedPostgres {
  readonly connection: EmbeddedConnection
  /** Whether the server had outlived an earlier Baton and was taken over. */
  readonly adopted: boolean
  /** Stops the server within 8 seconds; open connections are ended. */
  stop(): Promise<void>
}

const NOT_DURABLE: Settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * The PostgreSQL that comes with Baton, on this data folder: made when absent, taken over when it outlived an earlier Baton, started
 * again when it ends by itself. Throws `CannotStart` with what a person has to do.
 */
export async function startPostgres({ dataDir, log, settings = {}, durable = true }: Options): Promise<EmbeddedPostgres> {
  const place = await preparePlace(dataDir, (message) => log.info({}, message)).catch(explainDenied(dataDir))
  const password = await passwordOf(place)
  const adopted = await adopt(place, password)
  if (!adopted) await clearRemains(place.cluster)
  const socketDir = adopted?.socketDir ?? (await makeSocketDir(place))
  const start = (): Promise<Postmaster> =>
    launch(place, { password, socketDir, durable, settings: durable ? settings : { ...NOT_DURABLE, ...settings } })
  const postmaster = adopted ?? (await start().catch(removing(socketDir)))
  const connection = connectionTo(socketDir, password)
  await ensureDatabase(connection)
  const restart = async (): Promise<Postmaster> => {
    await clearRemains(place.cluster)
    await removeSockets(socketDir)
    await makeSocketDir(place, socketDir)
    return start()
  }
  const keeper = keepRunning({ postmaster, restart, log })
  return { connection, adopted: adopted !== null, stop: () => keeper.stop({ polite: durable }) }
}

async function adopt(place: Place, password: string): Promise<Postmaster | null> {
  let found = await findPostmaster(place.cluster)
  if (!found) return null
  const settled = async (): Promise<boolean> => {
    found = await findPostmaster(place.cluster)
    return found === null || (found.ready && (await answers(found, password)))
  }
  if (await waitFor(settled, { within: 6_000, every: 50 })) return found
  await stopPostmaster(found, { polite: false })
  return null
}

async function answers({ socketDir }: Postmaster, password: string): Promise<boolean> {
  return ensureDatabase(connectionTo(socketDir, password)).then(
    () => true,
    () => false,
  )
}

async function passwordOf({ dataDir, cluster }: Place): Promise<string> {
  const file = passwordFile(dataDir)
  if ((await exists(cluster)) && !(await exists(file))) {
    throw new CannotStart(`The password of the database is missing: bring back ${file}.`)
  }
  return keptSecret(file).catch(explainDenied(dataDir))
}

const removing =
  (socketDir: string) =>
  async (error: unknown): Promise<never> => {
    await removeSockets(socketDir)
    throw error
  }
