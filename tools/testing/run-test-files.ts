import { resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { Tally } from './tally.ts'

interface Options {
  readonly end: AbortSignal
  readonly concurrency: number
  /** For how long a file may run, and be open behind its last test, in milliseconds. */
  readonly limits?: { readonly longest: number; readonly rest: number }
}

/** The longest takes one minute; a slow machine may take several times as long. */
const LONGEST_TEST = 8 * 60_000
/** So it is with files, of which the longest takes four minutes. */
const LIMITS = { longest: 20 * 60_000, rest: 60_000 }

/** Runs test files, each in a process of its own. A file that fails before its first test or is not done in time, and a file without tests, count as one failed. */
export async function runTestFiles(files: readonly string[], { end, concurrency, limits = LIMITS }: Options): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 1 }
  const paths = files.map((file) => resolve(file))
  const watch = new URL(`end-in-time.ts?longest=${limits.longest}&rest=${limits.rest}`, import.meta.url)
  const execArgv = ['--import', watch.href]
  const stream = run({ files: paths, concurrency, timeout: LONGEST_TEST, signal: end, execArgv })
  let tally: Tally = { passed: 0, failed: 0 }
  let empty = 0
  stream.on('test:pass', ({ name, file }) => (empty += Number(name === file)))
  stream.on('test:summary', ({ file, counts, success }) => {
    if (file !== undefined) return
    const failed = counts.tests - counts.passed - counts.skipped - counts.todo + empty
    tally = { passed: counts.passed - empty, failed: failed || Number(!success) }
  })
  const output = stream.compose(new spec())
  output.pipe(process.stdout, { end: false })
  await new Promise((resolve, reject) => output.once('end', resolve).once('error', reject))
  if (empty > 0) console.log(`✖ ${empty} of these files hold no test`)
  return tally
}
