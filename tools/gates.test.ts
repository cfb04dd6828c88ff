import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('..', import.meta.url))
const configuration = ['package.json', 'tsconfig.json', 'knip.json', '.oxfmtrc.json']

/** What a gate says, and how it ends, in a folder that has the repository's configuration and these files. */
function runIn(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  [program = '', ...given]: readonly string[],
): { passed: boolean; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'baton-gates-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const name of configuration) cpSync(join(repository, name), join(folder, name))
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { status, stdout, stderr } = spawnSync(join(repository, 'node_modules', '.bin', program), given, { cwd: folder, encoding: 'utf8' })
  return { passed: status === 0, said: stdout + stderr }
}

test('types: an item that may not be there is refused, one that is looked for is not', (t) => {
  const first = (body: string): string => `export function first(names: string[]): string {\n  return ${body}\n}\n`
  const refused = runIn(t, { 'platform/text/first.ts': first('names[0]') }, ['tsc', '--noEmit'])
  assert.equal(refused.passed, false)
  assert.match(refused.said, /first\.ts.*TS2322/)
  assert.deepEqual(runIn(t, { 'platform/text/first.ts': first(`names[0] ?? ''`) }, ['tsc', '--noEmit']), { passed: true, said: '' })
})

test('types: what Node cannot strip is refused', (t) => {
  const { said } = runIn(t, { 'platform/text/colour.ts': 'export enum Colour {\n  ink,\n}\n' }, ['tsc', '--noEmit'])
  assert.match(said, /colour\.ts.*TS1294/)
})

test('format: a semicolon is refused', (t) => {
  assert.equal(runIn(t, { 'platform/text/ink.ts': `export const ink = "black";\n` }, ['oxfmt', '--check', 'platform']).passed, false)
  assert.equal(runIn(t, { 'platform/text/ink.ts': `export const ink = 'black'\n` }, ['oxfmt', '--check', 'platform']).passed, true)
})

test('unused: a file that nothing imports is refused', (t) => {
  const { passed, said } = runIn(t, { 'app/main.ts': 'export {}\n', 'platform/text/ink.ts': `export const ink = 'black'\n` }, [
    'knip',
    '--include',
    'files',
  ])
  assert.equal(passed, false)
  assert.match(said, /platform\/text\/ink\.ts/)
})
