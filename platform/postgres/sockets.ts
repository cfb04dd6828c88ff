import { chmod, chown, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Place } from './place.ts'

/** PostgreSQL names its socket by this number; nothing listens on the port. */
export const port = 5432
/** The least that any system we run on allows (macOS: 104 bytes with the closing zero). */
const LONGEST_PATH = 103

/**
 * A folder for the socket that only PostgreSQL's user can enter: in the home, or under a short path when the home's is too long for a
 * socket. With `again`, that folder is made anew where it was.
 */
export async function makeSocketDir(place: Place, again?: string): Promise<string> {
  const folder = again ?? (await chooseFolder(place))
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || (again && isOutside(folder))) throw error
  })
  await chmod(folder, 0o700)
  if (place.user) await chown(folder, place.user.uid, place.user.gid)
  return folder
}

async function chooseFolder({ home }: Place): Promise<string> {
  const near = join(home, 'socket')
  const fits = Buffer.byteLength(join(near, `.s.PGSQL.${port}`)) <= LONGEST_PATH
  return fits ? near : mkdtemp(join(tmpdir(), 'baton-'))
}

const isOutside = (folder: string): boolean => dirname(folder) === tmpdir() && basename(folder).startsWith('baton-')

/** Removes what a server that is gone left in its socket folder, and the folder when it was made outside the data folder. */
export async function removeSockets(folder: string): Promise<void> {
  if (isOutside(folder)) return rm(folder, { recursive: true, force: true })
  const names = await readdir(folder).catch(() => [])
  await Promise.all(names.filter((name) => name.startsWith('.s.PGSQL.')).map((name) => rm(join(folder, name), { force: true })))
}
