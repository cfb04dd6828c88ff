import { writeSync } from 'node:fs'
import { relative } from 'node:path'
import { after, beforeEach } from 'node:test'

/**
 * Loaded before each test file. Ends its process when the file takes too long, and when something is left open so long behind its last test: a test
 * that fails may not come to where it closes what it opened. Either is a failure of the file, said by its name; what its tests found was told before.
 */
const limits = new URL(import.meta.url).searchParams
const longest = Number(limits.get('longest'))
const rest = Number(limits.get('rest'))
let ending: ReturnType<typeof setTimeout> | undefined

setTimeout(() => end(`takes longer than ${longest / 1_000} s`), longest).unref()
// Which comes once all tests are done; between two that a file waits for, it comes too early.
after(() => {
  clearTimeout(ending)
  const left = (): string => [...new Set(process.getActiveResourcesInfo())].join(', ')
  ending = setTimeout(() => end(`is still open ${rest / 1_000} s behind its last test: ${left()}`), rest).unref()
})
beforeEach(() => clearTimeout(ending))

function end(why: string): never {
  writeSync(2, `✖ ${relative(process.cwd(), process.argv[1] ?? '')} ${why}\n`)
  process.exit(1)
}
