import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { waitFor } from '#platform/process/processes.ts'
import { freePort } from '#platform/testing/free-port.ts'
import { stopwatch } from '#platform/time/clock.ts'

const project = join(import.meta.dirname, '../..')
/** Many times what it takes: the machine may do other things. */
const READY_WITHIN = 180_000
const KILOBYTES = 1024

export interface RunningBaton {
  readonly port: number
  /** From the start of the process to the first answer 200, in milliseconds. */
  readonly startedIn: number
  /** Resident memory of its process now, in bytes; null where the machine does not tell. */
  memory(): Promise<number | null>
  stop(): Promise<void>
}

const programs = { node: ['app/start.js'], server: ['app/main.ts', 'start'] } as const

/** Starts a real Baton as a process of its own. `by` npm as anybody would, by Node without what npm does before, or the server without its pages. */
export async function startBaton({
  by = 'node',
  env,
}: {
  by?: 'npm' | keyof typeof programs
  env: Readonly<Record<string, string>>
}): Promise<RunningBaton> {
  const port = await freePort()
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|BATON_|DATABASE_URL$|SMTP_URL$|PORT$)/.test(name)),
  )
  const flags = startScript().match(/--\S+/g) ?? []
  const waited = stopwatch()
  const [command, args] = by === 'npm' ? ['npm', ['start', '--silent']] : [process.execPath, [...flags, ...programs[by]]]
  const child = spawn(command, args, {
    cwd: project,
    env: { ...inherited, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  if (!(await waitFor(async () => child.exitCode !== null || (await isReady()), { within: READY_WITHIN })) || child.exitCode !== null) {
    await stopped(child)
    throw new Error('Baton did not start.')
  }
  return { port, startedIn: waited(), memory: () => residentMemory(child.pid ?? 0), stop: () => stopped(child) }
}

/** How npm starts Baton. */
function startScript(): string {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return scripts.start
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function residentMemory(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * KILOBYTES
}
