import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'

const server = `import { createServer } from 'node:http'\nimport { after, test } from 'node:test'\n`
const files = {
  well: `${server}test('one', () => {})\ntest('two', () => {})\n`,
  closed: `${server}const open = createServer()\nafter(() => open.close())\ntest('one', () => open.listen(0))\n`,
  waits: `${server}await test('one', () => {})\nawait new Promise((resolve) => setTimeout(resolve, 100))\nawait test('two', () => {})\n`,
  failed: `${server}test('one', () => {\n  createServer().listen(0)\n  throw new Error('It is broken.')\n})\ntest('two', () => {})\n`,
  left: `${server}test('one', () => void createServer().listen(0))\n`,
  hangs: `${server}test('one', () => {})\ntest('two', () => new Promise(() => setInterval(() => {}, 1_000)))\n`,
}

/** What the runner says of a file, and what it counts. */
function runOne(t: TestContext, name: keyof typeof files, limits = { longest: 60_000, rest: 1_000 }): { said: string; tally: string } {
  const folder = mkdtempSync(join(tmpdir(), 'baton-runner-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const path = join(folder, `${name}.test.ts`)
  writeFileSync(path, files[name])
  const runner = new URL('run-test-files.ts', import.meta.url).href
  const options = `{ end: new AbortController().signal, concurrency: 1, limits: ${JSON.stringify(limits)} }`
  const script = `
    const { runTestFiles } = await import(${JSON.stringify(runner)})
    const { passed, failed } = await runTestFiles([${JSON.stringify(path)}], ${options})
    console.log(\`\${passed} passed, \${failed} failed\`)`
  writeFileSync(join(folder, 'run.mjs'), script)
  // A run within a test runs nothing, unless it does not know.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs')], { env, encoding: 'utf8', timeout: 300_000 })
  const said = stdout + stderr
  return { said, tally: said.trim().split('\n').at(-1) ?? '' }
}

test('a file whose tests pass and that closes what it opens passes, also when it rests between two tests', (t) => {
  assert.equal(runOne(t, 'well').tally, '2 passed, 0 failed')
  assert.equal(runOne(t, 'closed').tally, '1 passed, 0 failed')
  assert.equal(runOne(t, 'waits', { longest: 60_000, rest: 2_000 }).tally, '2 passed, 0 failed')
})

test('a file whose test fails before it closes what it opened ends soon, and its failure is told', (t) => {
  const { said, tally } = runOne(t, 'failed')
  assert.equal(tally, '1 passed, 1 failed')
  assert.match(said, /It is broken\./)
  assert.match(said, /failed\.test\.ts is still open 1 s behind its last test: .*TCPServerWrap/)
})

test('a file that leaves something open ends soon, and counts as one failed', (t) => {
  const { said, tally } = runOne(t, 'left')
  assert.equal(tally, '1 passed, 1 failed')
  assert.match(said, /left\.test\.ts is still open 1 s behind its last test: .*TCPServerWrap/)
})

test('a file that hangs ends in time, is named, and counts as one failed', (t) => {
  const { said, tally } = runOne(t, 'hangs', { longest: 3_000, rest: 200 })
  assert.equal(tally, '1 passed, 1 failed')
  assert.match(said, /hangs\.test\.ts takes longer than 3 s/)
})
