import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { misplaced } from './architecture.js'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const filesOf = (pattern: string): string[] =>
  globSync(pattern, { cwd: repository, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(repository.length))

/** Comments that silence the linter, wherever they begin. */
const silences = /(?:oxlint|eslint)-disable[a-z-]*[^\n]*/g
const named = /^oxlint-disable(-next-line|-line)? [a-z0-9-]+(\/[a-z-]+)? -- \S.{15,}/

/** What is wrong with how a program silences the linter: every silence names one rule and says why. */
function unexplained(text: string): string[] {
  return [...text.matchAll(silences)].map(([comment]) => comment).filter((comment) => !named.test(comment))
}

test('every file of a feature folder has its place, whatever its kind', () => {
  const files = filesOf('features/**')
  assert.ok(files.length > 100)
  assert.deepEqual(files.map(misplaced).filter(Boolean), [])
})

test('a word of a feature is a file or a folder, never both', () => {
  const files = filesOf('features/**')
  const folders = new Set(files.map((file) => file.split('/').slice(0, 3).join('/')))
  const both = files.filter((file) => file.split('/').length === 3 && folders.has(file.replace(/\.ts$/, '')))
  assert.deepEqual(both, [])
})

test('whoever silences a rule names it and says why', () => {
  assert.deepEqual(unexplained('// oxlint-disable house/commands-record -- the caller records what happened'), [])
  assert.equal(unexplained('/* oxlint-disable */').length, 1)
  assert.equal(unexplained('// eslint-disable-next-line no-console').length, 1)
  assert.equal(unexplained('// oxlint-disable house/commands-record -- later').length, 1)
  const files = filesOf('{app,bench,features,platform,tests,ui}/**').filter((file) => /\.(js|tsx?)$/.test(file))
  assert.ok(files.length > 200)
  assert.deepEqual(
    files.filter((file) => unexplained(readFileSync(repository + file, 'utf8')).length > 0),
    [],
  )
})
