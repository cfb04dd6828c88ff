import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { CannotStart, explainDenied } from '#platform/postgres/place.ts'
import { isAlive, startOf, waitFor } from '#platform/process/processes.ts'

/** Another Baton serves this data folder. */
export class AlreadyRunning extends CannotStart {}

/** This process's hold on a data folder. */
export interface Hold {
  /** Writes down where Baton answers, for whoever tries to start a second one: `http://host:port`. */
  announce(address: string): Promise<void>
  release(): Promise<void>
}

const holderShape = z.object({ pid: z.number(), start: z.string().nullable(), address: z.url().nullable() })
type Holder = z.infer<typeof holderShape>

/** A holder that is being stopped just now is waited for this long, in milliseconds. */
const STOPPING_WITHIN = 10_000
const SETTLED_AFTER = 1_000
const LOOK_EVERY = 100

/** Takes hold of a data folder, which is made when absent, for as long as this process lives. Throws `AlreadyRunning`. */
export async function holdDataDir(dataDir: string): Promise<Hold> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(explainDenied(dataDir))
  const file = join(dataDir, 'baton.lock')
  const me: Holder = { pid: process.pid, start: await startOf(process.pid), address: null }
  while (!(await take(file, me).catch(explainDenied(dataDir)))) {
    const stale = await readHolder(file)
    const holder = await lastingHolder(file)
    if (holder) throw new AlreadyRunning(describe(holder))
    await removeStale(file, stale)
  }
  return {
    announce: (address) => replace(file, { ...me, address }),
    release: () => rm(file, { force: true }),
  }
}

async function take(file: string, holder: Holder): Promise<boolean> {
  const own = `${file}.${process.pid}`
  await writeFile(own, JSON.stringify(holder), { mode: 0o600 })
  try {
    await link(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(own, { force: true })
  }
}

/** The holder when it goes on: it answers, or has not ended within the time that stopping takes. */
async function lastingHolder(file: string): Promise<Holder | null> {
  let looks = 0
  const decided = async (): Promise<boolean> => {
    const holder = await livingHolder(file)
    looks += 1
    return holder === null || (looks * LOOK_EVERY > SETTLED_AFTER && (await answers(holder)))
  }
  await waitFor(decided, { within: STOPPING_WITHIN, every: LOOK_EVERY })
  return livingHolder(file)
}

/** Two that start at once may both find the same stale file: whoever moved away another's fresh one brings it back. */
async function removeStale(file: string, stale: Holder | null): Promise<void> {
  const aside = `${file}.${process.pid}.stale`
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  const found = await readHolder(aside)
  if (found && found.pid !== stale?.pid) await link(aside, file).catch(() => {})
  await rm(aside, { force: true })
}

async function replace(file: string, holder: Holder): Promise<void> {
  await writeFile(`${file}.new`, JSON.stringify(holder), { mode: 0o600 })
  await rename(`${file}.new`, file)
}

async function readHolder(file: string): Promise<Holder | null> {
  try {
    return holderShape.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return null
  }
}

/** Process ids are given out again, so the moment at which the process began has to be the same. */
async function livingHolder(file: string): Promise<Holder | null> {
  const holder = await readHolder(file)
  return holder && isAlive(holder.pid) && (await startOf(holder.pid)) === holder.start ? holder : null
}

function answers({ address }: Holder): Promise<boolean> {
  if (!address) return Promise.resolve(false)
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || 80, timeout: 500 })
    const settle = (result: boolean) => () => {
      socket.destroy()
      resolve(result)
    }
    socket.on('connect', settle(true)).on('error', settle(false)).on('timeout', settle(false))
  })
}

function describe({ pid, address }: Holder): string {
  return `Baton is already running on this data, process ${pid}${address ? `, at ${address}` : ''}.`
}
