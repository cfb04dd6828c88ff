import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf } from '#platform/postgres/connection.ts'
import { findPlace } from '#platform/postgres/place.ts'
import { findPostmaster, stopPostmaster } from '#platform/postgres/postmaster.ts'
import { startPostgres } from '#platform/postgres/start-postgres.ts'
import { startOf } from '#platform/process/processes.ts'

const PREFIX = 'baton-test-'
const settings = { max_connections: '200', shared_buffers: '256MB', autovacuum: 'off' }
const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** A PostgreSQL of nobody else's that keeps nothing: `url` may make databases in it, `close` removes it with all it held. */
export async function throwawayPostgres(): Promise<{ url: string; close(): Promise<void> }> {
  await sweep()
  const dataDir = await ownFolder()
  const postgres = await startPostgres({ dataDir, log: quiet, settings, durable: false }).catch(async (error: unknown) => {
    await removeDataDir(dataDir)
    throw error
  })
  const close = async (): Promise<void> => {
    await postgres.stop()
    await removeDataDir(dataDir)
  }
  return { url: addressOf(postgres.connection), close }
}

/** Ends the PostgreSQL of a data folder, whoever started it, and removes all of its files. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const { cluster, home } = await findPlace(dataDir)
  const postmaster = await findPostmaster(cluster)
  if (postmaster) await stopPostmaster(postmaster, { polite: false })
  await rm(home, { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
}

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), PREFIX))
  await writeFile(join(folder, 'owner'), `${process.pid} ${await startOf(process.pid)}`)
  return folder
}

/** What a run that was killed left behind is ended and removed by the next one. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (name.startsWith(PREFIX) && (await isAbandoned(join(tmpdir(), name)))) await removeDataDir(join(tmpdir(), name)).catch(() => {})
  }
}

async function isAbandoned(folder: string): Promise<boolean> {
  const owner = await readFile(join(folder, 'owner'), 'utf8').catch(() => null)
  if (owner === null) return false
  const [pid, ...start] = owner.split(' ')
  return (await startOf(Number(pid))) !== start.join(' ')
}
