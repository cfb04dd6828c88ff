import { spawn } from 'node:child_process'
import type { Tally } from './tally.ts'

/** Runs an installed program, its output shown; counts as one passed or one failed. */
export async function runProgram(command: string, args: readonly string[], end: AbortSignal): Promise<Tally> {
  const line = [command, ...args].join(' ')
  const reason = await new Promise<string | null>((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], signal: end })
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(code === 0 ? null : `ended with ${signal ?? `exit code ${code}`}`))
  })
  console.log(reason === null ? `✔ ${line}` : `✖ ${line}: ${reason}`)
  return reason === null ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}
