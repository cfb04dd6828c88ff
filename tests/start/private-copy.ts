import { chown, copyFile, link, mkdir, mkdtemp, readdir, readFile, readlink, realpath, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../..', import.meta.url))
const parts = ['app', 'database', 'features', 'platform', 'ui', 'node_modules']
const notNeeded = /node_modules\/(@sparticuz|@ox|ox|@typescript|typescript|playwright|knip|@axe|axe|node-[^/]*\/(share|include))/
const OTHERS_READ = 0o004

export interface User {
  readonly uid: number
  readonly gid: number
}

/** Who is no administrator here: the user `nobody` for root, otherwise whoever runs the tests. */
export async function plainUser(): Promise<User> {
  const uid = process.getuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 0 }
  const [, nobody, group] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8')) ?? []
  return { uid: Number(nobody), gid: Number(group) }
}

/** What Baton needs to run, in a home that only this user can enter. Files are shared with the project where that is possible. */
export async function privateCopy(user: User): Promise<{ home: string; folder: string }> {
  const home = await mkdtemp(join(await realpath(tmpdir()), 'baton-home-'))
  const folder = join(home, 'baton')
  await chown(home, user.uid, user.gid)
  await makeFolder(folder, user)
  await copyFile(join(project, 'package.json'), join(folder, 'package.json'))
  for (const part of parts) await copyFolder(join(project, part), join(folder, part), user)
  return { home, folder }
}

async function copyFolder(from: string, to: string, user: User): Promise<void> {
  await makeFolder(to, user)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (notNeeded.test(source)) continue
    if (entry.isDirectory()) await copyFolder(source, target, user)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else await copyOne(source, target, user)
  }
}

async function copyOne(source: string, target: string, { uid, gid }: User): Promise<void> {
  const isReadable = ((await stat(source)).mode & OTHERS_READ) !== 0
  if (isReadable && (await linked(source, target))) return
  await copyFile(source, target)
  await chown(target, uid, gid)
}

function linked(source: string, target: string): Promise<boolean> {
  return link(source, target).then(
    () => true,
    () => false,
  )
}

async function makeFolder(folder: string, { uid, gid }: User): Promise<void> {
  await mkdir(folder)
  await chown(folder, uid, gid)
}
