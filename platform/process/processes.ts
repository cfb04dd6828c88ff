import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { stopwatch } from '#platform/time/clock.ts'

const run = promisify(execFile)
/** The place of the start time in /proc/<pid>/stat, counted after the name in parentheses. */
const START_TIME = 19

export interface Process {
  readonly pid: number
  readonly command: string
}

/** Whether a process with this id runs, whoever it belongs to; one that has ended and was not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ')
  } catch {
    return false
  }
}

/** Signals a process; nothing happens when it has ended already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Waits until the condition holds, looking every `every` milliseconds; false when it does not within `within` milliseconds. */
export async function waitFor(
  condition: () => boolean | Promise<boolean>,
  { within, every = 10 }: { within: number; every?: number },
): Promise<boolean> {
  const waited = stopwatch()
  while (waited() < within) {
    if (await condition()) return true
    await new Promise((resolve) => setTimeout(resolve, every))
  }
  return condition()
}

/** The command line of a process, its words separated by spaces; null when it has ended or may not be seen. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return readCommand(pid)
  return run('ps', ['-p', String(pid), '-o', 'command=']).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  )
}

/** When a process began, as a text to compare; null when it has ended or may not be seen. */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return startByPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => null)
  if (stat === null) return null
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[START_TIME]
  return `${boot.trim()} ${ticks}`
}

async function startByPs(pid: number): Promise<string | null> {
  return run('ps', ['-p', String(pid), '-o', 'lstart=']).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  )
}

/** Every process of the machine whose command line may be seen. */
export async function listProcesses(): Promise<Process[]> {
  if (process.platform !== 'linux') return listByPs()
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const commands = await Promise.all(pids.map(readCommand))
  return pids.flatMap((pid, index) => (commands[index] ? [{ pid, command: commands[index] }] : []))
}

async function readCommand(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return text.replaceAll('\0', ' ').trim() || null
}

async function listByPs(): Promise<Process[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,command='], { maxBuffer: 64 * 1024 * 1024 })
  return stdout.split('\n').flatMap((line) => {
    const [, pid, command] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? []
    return pid && command ? [{ pid: Number(pid), command }] : []
  })
}
