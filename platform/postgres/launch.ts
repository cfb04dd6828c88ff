import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { placeBinaries } from './binaries.ts'
import { environment, initialiseOnce } from './initialise.ts'
import { CannotStart, type Place } from './place.ts'
import { clusterName, findPostmaster, type Postmaster } from './postmaster.ts'
import { waitFor } from '#platform/process/processes.ts'
import { settingsFor, type Settings } from './settings.ts'

const MEGABYTE = 1024 * 1024
/** Replaying what was written before a crash can take this long on a slow disk. */
const READY_WITHIN = 120_000

interface Launch {
  readonly password: string
  readonly socketDir: string
  readonly settings: Settings
  readonly durable: boolean
}

/** Starts a server on the cluster of this place, which is made when absent, and waits until it answers. */
export async function launch(place: Place, { password, socketDir, settings, durable }: Launch): Promise<Postmaster> {
  const native = await placeBinaries(place)
  await initialiseOnce(place, { native, password, durable })
  const all = { cluster_name: clusterName(place.cluster), ...settingsFor(), unix_socket_directories: quoted(socketDir), ...settings }
  const logFile = await rotatedLog(place.dataDir)
  const log = await open(logFile, 'a', 0o600)
  try {
    const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.cluster, ...parameters(all)], {
      cwd: place.home,
      env: environment,
      // A group of its own: Ctrl+C in the terminal is for Baton, which then stops its database last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...place.user,
    })
    return await ready(child, { cluster: place.cluster, logFile })
  } finally {
    await log.close()
  }
}

async function ready(child: ChildProcess, { cluster, logFile }: { cluster: string; logFile: string }): Promise<Postmaster> {
  let fault: string | null = null
  child.on('error', (error) => (fault = error.message))
  child.on('exit', () => (fault ??= ''))
  child.unref()
  let postmaster: Postmaster | null = null
  const isReady = async (): Promise<boolean> => {
    postmaster = await findPostmaster(cluster)
    return fault !== null || (postmaster?.ready ?? false)
  }
  const inTime = await waitFor(isReady, { within: READY_WITHIN })
  if (postmaster && fault === null && inTime) return postmaster
  throw new CannotStart(`PostgreSQL did not start: ${fault || (await lastLines(logFile))}`)
}

const parameters = (settings: Settings): string[] => Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** A list of folders is separated by commas, so a folder's name goes in quotes. */
const quoted = (folder: string): string => `"${folder.replaceAll('"', '""')}"`

async function rotatedLog(dataDir: string): Promise<string> {
  const file = join(dataDir, 'postgres.log')
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > 5 * MEGABYTE) await rename(file, `${file}.1`)
  return file
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return `${text.trim().split('\n').slice(-4).join(' ')} (${file})`
}
