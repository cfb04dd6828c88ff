import { realpath, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { superuser } from './initialise.ts'
import { CannotStart, exists, findPlace } from './place.ts'
import { findPostmaster } from './postmaster.ts'
import { port } from './sockets.ts'

/** How to reach an embedded PostgreSQL; `host` is the folder of its socket. */
export interface EmbeddedConnection {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

const DATABASE = 'baton'

/** The file in a data folder that keeps the database's password. */
export const passwordFile = (dataDir: string): string => join(dataDir, 'postgres.password')

/** The connection to the server that runs on this data folder; null when none does. Throws `CannotStart` when it may not be used by this user. */
export async function connectionOf(dataDir: string): Promise<EmbeddedConnection | null> {
  if (!(await exists(dataDir))) return null
  const { cluster } = await findPlace(dataDir)
  const password = await readPassword(await realpath(dataDir))
  const postmaster = await findPostmaster(cluster)
  return postmaster?.ready && password ? connectionTo(postmaster.socketDir, password) : null
}

/** Whether an embedded PostgreSQL was ever made for a data folder; nothing is made. */
export async function isMade(dataDir: string): Promise<boolean> {
  return (await exists(dataDir)) && exists((await findPlace(dataDir)).cluster)
}

async function readPassword(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(passwordFile(dataDir), 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CannotStart(`The data folder ${dataDir} belongs to another user. Use Baton as the user who owns it.`)
  }
}

export function connectionTo(socketDir: string, password: string): EmbeddedConnection {
  return { host: socketDir, port, user: superuser, password, database: DATABASE }
}

/** The same connection as an address, for what wants one. */
export function addressOf({ host, user, password, database }: EmbeddedConnection): string {
  return `postgresql://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
}

/** Makes Baton's database when it is not there yet; fails when the server cannot be reached. */
export async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  if (await isThere(connection)) return
  await withClient({ ...connection, database: 'postgres' }, (client) => client.query(`create database ${DATABASE}`))
}

async function isThere(connection: EmbeddedConnection): Promise<boolean> {
  try {
    await withClient(connection, (client) => client.query('select'))
    return true
  } catch (error) {
    if ((error as { code?: string }).code === '3D000') return false
    throw error
  }
}

async function withClient<Result>(connection: EmbeddedConnection, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {
    // The statement that is under way reports what fails.
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
