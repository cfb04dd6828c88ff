import { globSync, writeSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from '#platform/testing/chromium.ts'
import { throwawayPostgres } from '#platform/testing/postgres.ts'
import { runProgram } from './testing/run-program.ts'
import { runTestFiles } from './testing/run-test-files.ts'
import { reasonToEnd } from './testing/reason-to-end.ts'
import { sumOf, type Tally } from './testing/tally.ts'

/**
 * The whole of `npm test`, or only the test files under the paths given as arguments. The last line of the output is
 * `N passed, N failed`; a type check, a lint run or a build that fails counts as one failed, one that passes as one passed.
 */
const folder = fileURLToPath(new URL('..', import.meta.url))
const ROOTS = ['app', 'bench', 'features', 'platform', 'tests', 'tools', 'ui']
/** What measures how soon a page paints, with the machine to itself. */
const MEASURING = join('tests', 'browser', 'feel.test.ts')
/** Several times what it takes: a run that hangs ends, one on a slow machine does not. */
const WHOLE_RUN = 60 * 60_000
const notForTests = /^(BATON_|npm_lifecycle|npm_command|npm_package)|^(DATABASE_URL|SMTP_URL|MAIL_FROM|PORT|HOST|LOG_LEVEL|NODE_ENV)$/

process.chdir(folder)
const end = reasonToEnd(WHOLE_RUN)
const total = await main(process.argv.slice(2)).catch(unexpected)
writeSync(1, `${total.passed} passed, ${total.failed} failed\n`)
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1)

async function main(only: readonly string[]): Promise<Tally> {
  prepareEnvironment()
  // Unpacked once: of two tests that did it at the same time, one would start what the other is still writing.
  await chromiumPath()
  if (only.length > 0) return withPostgres(() => runTestFiles(testFilesUnder(only), { end, concurrency: 2 }))
  const checks = sumOf([await runProgram('tsc', ['--noEmit'], end), await runProgram('oxlint', [], end)])
  return sumOf([checks, await withPostgres(runAll)])
}

async function runAll(): Promise<Tally> {
  const files = testFilesUnder(ROOTS)
  const inBrowser = files.filter((file) => file.startsWith(join('tests', 'browser')) && file !== MEASURING)
  const others = files.filter((file) => file !== MEASURING && !inBrowser.includes(file))
  const first = await runTestFiles(others, { end, concurrency: 2 })
  const build = await runProgram('node', ['tools/build-web.js'], end)
  if (build.failed) return sumOf([first, build])
  const seen = await runTestFiles(inBrowser, { end, concurrency: 2 })
  return sumOf([first, build, seen, await runTestFiles([MEASURING], { end, concurrency: 1 })])
}

async function withPostgres(work: () => Promise<Tally>): Promise<Tally> {
  const postgres = await throwawayPostgres()
  process.env['BATON_TEST_DATABASE_URL'] = postgres.url
  try {
    return await work()
  } finally {
    await postgres.close()
  }
}

/** Tests see nothing of the environment that they are started in, find the installed programs first, and compile what they share once. */
function prepareEnvironment(): void {
  for (const name of Object.keys(process.env).filter((key) => notForTests.test(key))) delete process.env[name]
  process.env['NODE_COMPILE_CACHE'] = join(folder, 'node_modules', '.cache', 'compiled')
  process.env['PATH'] = [join(folder, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
}

/** From the last to the first by name: what takes longest is in `tests`, and what begins early is not waited for alone at the end. */
function testFilesUnder(paths: readonly string[]): string[] {
  const files = paths.flatMap((path) => (path.endsWith('.test.ts') ? path : globSync(join(path, '**', '*.test.ts'))))
  return files.toSorted().toReversed()
}

function unexpected(error: unknown): Tally {
  console.error(error)
  return { passed: 0, failed: 1 }
}
