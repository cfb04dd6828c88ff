import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

interface Package {
  readonly [kind: string]: Readonly<Record<string, string>> | undefined
}

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const documents = globSync('{*.md,docs/**/*.md}', { cwd: root })
const demanded = ['README', 'ARCHITECTURE', 'STYLE', 'GLOSSARY', 'CONTRIBUTING', 'SECURITY', 'CHANGELOG']

test('the documents of the house are there', () => {
  for (const name of demanded) assert.ok(documents.includes(`${name}.md`), name)
  assert.match(read('LICENSE'), /Apache License\s+Version 2\.0/)
})

test('links between documents lead somewhere', () => {
  const links = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) => ({ file, to })),
  )
  assert.ok(links.length > 10)
  assert.deepEqual(
    links.filter(({ file, to }) => !existsSync(join(root, dirname(file), to))),
    [],
  )
})

test('every package that Baton uses is explained once, and no other', () => {
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(read('package.json')) as Package
  const used = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  const explained = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
  assert.deepEqual(explained.toSorted(), used.toSorted())
})

test('every variable that Baton reads stands in the table of operations, and no other', () => {
  const known = [...read('app/config.ts').matchAll(/^ {2}([A-Z_]+): \{/gm)].map(([, name = '']) => name)
  const documented = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name = '']) => name)
  assert.ok(known.length > 5)
  assert.deepEqual(documented.toSorted(), known.toSorted())
})

test('decisions are numbered without gaps and say context, decision and consequences', () => {
  const decisions = documents.filter((file) => file.startsWith('docs/decisions/')).toSorted()
  for (const [index, file] of decisions.entries()) {
    assert.match(file, new RegExp(`/${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.md$`))
    for (const part of ['Context', 'Decision', 'Consequences'])
      assert.match(read(file), new RegExp(`^## ${part}$`, 'm'), `${file}: ${part}`)
  }
})
