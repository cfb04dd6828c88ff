import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

interface Trying {
  /** Absolute paths: the file, and the tests that may notice. */
  readonly file: string
  readonly tests: readonly string[]
  /** What stands in the file instead. */
  readonly code: string
  /** For how many milliseconds one test may run: a fault that goes round for ever is noticed as well. */
  readonly patience: number
}

/** Whether one of the tests fails with this in place of the file. Nothing is written into the repository. */
export async function isNoticed({ file, tests, code, patience }: Trying): Promise<boolean> {
  const instead = join(tmpdir(), `baton-mutant-${crypto.randomUUID()}.ts`)
  await writeFile(instead, code)
  const hook = new URL('load-mutant.ts', import.meta.url)
  hook.searchParams.set('of', pathToFileURL(file).href)
  hook.searchParams.set('with', instead)
  try {
    for (const test of tests) if (!(await passes(['--import', hook.href, test], patience))) return true
    return false
  } finally {
    await rm(instead)
  }
}

async function passes(args: readonly string[], patience: number): Promise<boolean> {
  // Of a test that runs this, the others know nothing.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const child = spawn(process.execPath, args, { stdio: 'ignore', env, timeout: patience, killSignal: 'SIGKILL' })
  const [code] = await once(child, 'exit')
  return code === 0
}
