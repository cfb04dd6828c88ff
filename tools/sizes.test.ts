import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { compare, measure } from './sizes.ts'

/** A folder with these files, gone after the test. */
function folderWith(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'baton-sizes-test-'))
  t.after(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const functionOf = (name: string, lines: number): string => `export function ${name}(): void {\n${'  void 0\n'.repeat(lines - 2)}}\n`

test('lines of files and of functions with a name are counted', (t) => {
  const folder = folderWith(t, {
    'platform/text/greet.ts': `${functionOf('greet', 5)}\nexport const part = (names: string[]): string[] => {\n  return names.map((name) => name)\n}\n`,
    'features/asks/web/ask-card.tsx': functionOf('AskCard', 90),
    'features/asks/asks.test.ts': functionOf('notMeasured', 500),
  })
  const { files, functions } = measure(folder)
  assert.deepEqual(
    files.toSorted((a, b) => a.lines - b.lines).map(({ path, lines }) => [path, lines]),
    [
      ['platform/text/greet.ts', 9],
      ['features/asks/web/ask-card.tsx', 90],
    ],
  )
  assert.deepEqual(
    functions.toSorted((a, b) => a.lines - b.lines).map(({ name, lines }) => [name, lines]),
    [
      ['part', 3],
      ['greet', 5],
      ['AskCard', 90],
    ],
  )
})

test('comments are counted without docstrings', (t) => {
  const folder = folderWith(t, {
    'platform/text/greet.ts': '/** Says hello. */\n// Two lines,\n// and a reason.\nexport const greet = 1\n',
  })
  assert.deepEqual(measure(folder).files, [{ path: 'platform/text/greet.ts', lines: 4, comments: 2 }])
})

test('what is longer than its budget is over it', (t) => {
  const folder = folderWith(t, {
    'platform/text/greet.ts': functionOf('greet', 61),
    'ui/card.tsx': functionOf('Card', 121),
    'ui/tall.ts': `${'\n'.repeat(300)}export const tall = 1\n`,
  })
  const over = compare(measure(folder)).filter(({ figure, budget }) => figure > budget)
  assert.deepEqual(
    over.map(({ name }) => name),
    [
      'server file, median lines',
      'web file, median lines',
      'longest file, lines',
      'function, median lines',
      'longest function, lines',
      'longest component, lines',
    ],
  )
})

test('a folder with nothing to measure is refused', (t) => {
  assert.throws(() => measure(folderWith(t, { 'notes.txt': '' })), /nothing to measure/)
})
