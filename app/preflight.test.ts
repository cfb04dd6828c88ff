import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'

interface Machine {
  readonly node: string
  readonly platform: string
  readonly glibc: string | null
  readonly hasLibatomic: boolean
  readonly hasUserName: boolean
  readonly freeBytes: number
  readonly isInstalled: boolean
}

interface Preflight {
  inspectMachine(folder: string): Machine
  whatLacks(machine: Machine): string[]
}

const GIGABYTE = 1024 ** 3
const good: Machine = {
  node: '20.0.0',
  platform: 'linux-x64',
  glibc: '2.28',
  hasLibatomic: true,
  hasUserName: true,
  freeBytes: 2 * GIGABYTE,
  isInstalled: false,
}
// Plain JavaScript, because whatever Node the machine has must be able to run it.
const { inspectMachine, whatLacks } = (await import(new URL('./preflight.js', import.meta.url).href)) as Preflight

test('a machine with all that Baton needs lacks nothing', () => {
  assert.deepEqual(whatLacks(good), [])
  assert.deepEqual(whatLacks({ ...good, platform: 'darwin-arm64', glibc: null }), [])
})

test('this machine is one on which Baton runs', () => {
  assert.deepEqual(whatLacks(inspectMachine(join(import.meta.dirname, '..'))), [])
})

test('what is missing is said in one sentence each, with how to get it', () => {
  const cases: Array<[Partial<Machine>, RegExp]> = [
    [{ node: '18.19.1' }, /^Baton is started by Node\.js 20 or newer and this is 18\.19\.1: install one from/],
    [{ platform: 'win32-x64' }, /^Baton runs on linux-x64, .* and this machine is win32-x64\.$/],
    [{ glibc: '2.27' }, /^Baton needs the C library glibc 2\.28 or newer \(here: 2\.27\)/],
    [{ glibc: null }, /\(here: another library\).*Alpine does not have it\.$/],
    [{ hasLibatomic: false }, /^The library libatomic is missing: install it with `apt-get install libatomic1`/],
    [{ hasUserName: false }, /^This user has no name on this machine/],
    [{ freeBytes: GIGABYTE }, /^The disk is nearly full: Baton needs 1\.5 GB free here and there is 1\.0 GB\.$/],
  ]
  for (const [lack, sentence] of cases) {
    const sentences = whatLacks({ ...good, ...lack })
    assert.equal(sentences.length, 1)
    assert.match(sentences[0] ?? '', sentence)
  }
})

test('an installed Baton starts with less room on the disk', () => {
  assert.deepEqual(whatLacks({ ...good, isInstalled: true, freeBytes: GIGABYTE / 2 }), [])
  assert.equal(whatLacks({ ...good, isInstalled: true, freeBytes: GIGABYTE / 10 }).length, 1)
})
