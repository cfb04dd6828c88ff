import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { exists, hashOf } from './place.ts'
import { commandOf, isAlive, listProcesses, signal, waitFor } from '#platform/process/processes.ts'
import { removeSockets } from './sockets.ts'

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number
  readonly socketDir: string
  readonly ready: boolean
}

/** Every process of this cluster bears this name in its title, also those that outlive their postmaster. */
export const clusterName = (cluster: string): string => `baton-${hashOf(cluster)}`

/** The postmaster that runs on this cluster, or null; one that is gone, or whose id another program has now, does not count. */
export async function findPostmaster(cluster: string): Promise<Postmaster | null> {
  const postmaster = await readPidFile(cluster)
  if (!postmaster || !isAlive(postmaster.pid)) return null
  return (await isPostmasterOf(cluster, postmaster.pid)) ? postmaster : null
}

/** What `postmaster.pid` says, true or stale; null when there is none. */
export async function readPidFile(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(pidFile(cluster), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!pid) return null
  return { pid, socketDir: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' }
}

async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  const command = await commandOf(pid)
  const folder = / -D (.*?) -c cluster_name=/.exec(command ?? '')?.[1]
  if (!folder) return false
  // A data folder that was moved while its server ran is still that server's.
  return folder === cluster || !(await exists(folder))
}

/** Ends and removes whatever is left of a server that is gone, so that the next one finds nothing in its way. */
export async function clearRemains(cluster: string): Promise<void> {
  const stale = await readPidFile(cluster)
  await endStragglers(cluster)
  if (!stale) return
  await rm(pidFile(cluster), { force: true })
  await removeSockets(stale.socketDir)
}

async function endStragglers(cluster: string): Promise<void> {
  const title = `postgres: ${clusterName(cluster)}:`
  const find = async (): Promise<number[]> =>
    (await listProcesses()).filter(({ command }) => command.startsWith(title)).map(({ pid }) => pid)
  const ended = async (name: NodeJS.Signals): Promise<boolean> => {
    for (const pid of await find()) signal(pid, name)
    return waitFor(async () => (await find()).length === 0, { within: 1_500, every: 25 })
  }
  if ((await find()).length > 0 && !(await ended('SIGQUIT'))) await ended('SIGKILL')
}

/** Stops a server: politely, then at once. Returns when it has ended. */
export async function stopPostmaster(postmaster: Postmaster, { polite }: { polite: boolean }): Promise<void> {
  const gone = (within: number): Promise<boolean> => waitFor(() => !isAlive(postmaster.pid), { within })
  if (polite) signal(postmaster.pid, 'SIGINT')
  if (!polite || !(await gone(5_000))) {
    signal(postmaster.pid, 'SIGQUIT')
    if (!(await gone(2_000))) signal(postmaster.pid, 'SIGKILL')
    await gone(1_000)
  }
  await removeSockets(postmaster.socketDir)
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid')
