import { createHash } from 'node:crypto'
import { chown, mkdir, readFile, realpath, rename, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** PostgreSQL refuses to run as root, and its user may be unable to enter root's folders; so for root everything of it lives here. */
const SHARED_HOME = '/var/lib/baton'
const UNKNOWN_NOBODY = { uid: 65_534, gid: 65_534 }

export interface User {
  readonly uid: number
  readonly gid: number
}

/** Where one embedded PostgreSQL lives, and as whom it runs (null: as whoever runs Baton). */
export interface Place {
  readonly dataDir: string
  readonly home: string
  readonly cluster: string
  readonly user: User | null
}

/** PostgreSQL cannot be started here, and a person has to do what the message says. */
export class CannotStart extends Error {}

/** For `catch` on what is done in a data folder: says what to do when this user may not do it. */
export function explainDenied(dataDir: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(error.code ?? '')) throw error
    throw new CannotStart(
      `The data folder ${dataDir} cannot be used (${error.message}). Start Baton as its owner, or name another in BATON_DATA_DIR.`,
    )
  }
}

/** The place for a data folder, with its folders made. `inform` is told what a person should know about it. */
export async function preparePlace(dataDir: string, inform: (message: string) => void): Promise<Place> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const place = await findPlace(dataDir)
  if (place.user) await prepareShared(place, inform)
  await mkdir(place.home, { recursive: true, mode: 0o700 })
  if (place.user) await chown(place.home, place.user.uid, place.user.gid)
  return place
}

/** The place for a data folder that exists; nothing is made. */
export async function findPlace(dataDir: string): Promise<Place> {
  const folder = await realpath(dataDir)
  const isRoot = process.getuid?.() === 0
  const home = isRoot ? ((await namedHome(folder)) ?? join(SHARED_HOME, hashOf(folder))) : join(folder, 'postgres')
  return { dataDir: folder, home, cluster: join(home, 'cluster'), user: isRoot ? await nobody() : null }
}

async function prepareShared({ dataDir, home }: Place, inform: (message: string) => void): Promise<void> {
  if (await exists(join(dataDir, 'postgres', 'cluster'))) {
    throw new CannotStart(`The data folder ${dataDir} was made by another user than root. Start Baton as the user who owns it.`)
  }
  const named = await namedHome(dataDir)
  if (named && !(await exists(named))) {
    const file = pointerOf(dataDir)
    throw new CannotStart(
      `The database of this data folder was in ${named}, which is gone. Bring it back, or remove ${file} to begin empty.`,
    )
  }
  if (!named) await claim(dataDir, home, inform)
  inform(`PostgreSQL does not run as root: it runs as nobody, and the database is in ${home}.`)
}

async function claim(dataDir: string, home: string, inform: (message: string) => void): Promise<void> {
  if (await exists(home)) {
    const aside = `${home}.aside-${Math.round((await stat(home)).ctimeMs)}`
    await rename(home, aside)
    inform(`A database of an earlier ${basename(dataDir)} folder in the same place was set aside in ${aside}.`)
  }
  await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 })
  await mkdir(home, { mode: 0o700 })
  await writeFile(pointerOf(dataDir), `${home}\n`)
}

async function namedHome(dataDir: string): Promise<string | null> {
  const text = await readFile(pointerOf(dataDir), 'utf8').catch(() => '')
  return text.trim() || null
}

async function nobody(): Promise<User> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '')
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(accounts) ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : UNKNOWN_NOBODY
}

/** A short name for a path that differs for every path. */
export function hashOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

const pointerOf = (dataDir: string): string => join(dataDir, 'postgres.path')
