import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { CannotStart, exists, type Place } from './place.ts'

export const superuser = 'baton'
export const majorVersion = '18'

interface Initialisation {
  readonly native: string
  readonly password: string
  readonly durable: boolean
}

/** Makes the cluster of this place when there is none yet; a half-made one never gets its final name. */
export async function initialiseOnce(place: Place, { native, password, durable }: Initialisation): Promise<void> {
  if (await exists(place.cluster)) return ensureVersion(place.cluster)
  const unfinished = `${place.cluster}.new`
  const passwordFile = join(place.home, 'password.new')
  await rm(unfinished, { recursive: true, force: true })
  await rm(passwordFile, { force: true })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (place.user) await chown(passwordFile, place.user.uid, place.user.gid)
  try {
    await runInitdb(join(native, 'bin', 'initdb'), [...choices(unfinished, passwordFile), ...toDisk(durable)], place)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, place.cluster)
}

/** What PostgreSQL's programs get of the environment: nothing of ours, and no language but plain English. */
export const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

const choices = (cluster: string, passwordFile: string): string[] => [
  `--pgdata=${cluster}`,
  `--pwfile=${passwordFile}`,
  `--username=${superuser}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/** How a thousand new files reach the disk: by one call for all of them where the system has it, which waits far less than one for each. */
function toDisk(durable: boolean): string[] {
  if (!durable) return ['--no-sync']
  return process.platform === 'linux' ? ['--sync-method=syncfs'] : []
}

async function ensureVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  if (version === majorVersion) return
  throw new CannotStart(
    `The database in ${cluster} was made by PostgreSQL ${version}; this Baton brings ${majorVersion}. Start the Baton that made it.`,
  )
}

async function runInitdb(program: string, args: readonly string[], { home, user }: Place): Promise<void> {
  // A group of its own: Ctrl+C is for Baton, which ends once this second is over.
  const child = spawn(program, args, { cwd: home, env: environment, detached: true, stdio: ['ignore', 'ignore', 'pipe'], ...user })
  const written = text(child.stderr)
  const failure = await once(child, 'exit').then(
    ([code]) => (code === 0 ? null : written),
    (error: Error) => error.message,
  )
  if (failure !== null) throw new CannotStart(`PostgreSQL could not make its files in ${home}: ${failure.trim().split('\n').at(-1)}`)
}
