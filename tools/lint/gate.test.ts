import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { bad, good } from './examples.ts'

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[]
  readonly number_of_files: number
}

const repository = fileURLToPath(new URL('../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'baton-lint-'))
let report: Report

/** What the linter says in a folder, with the configuration that lies there. */
function lint(cwd: string): Promise<Report> {
  const program = join(repository, 'node_modules', '.bin', 'oxlint')
  return new Promise((resolve, reject) => {
    execFile(program, ['--format', 'json'], { cwd, maxBuffer: 64 * 1024 ** 2 }, (_failure, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Report)
      else reject(new Error(`oxlint did not report: ${stdout}${stderr}`))
    })
  })
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const saidOf = (path: string): string[] => report.diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code)

before(async () => {
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) cpSync(join(repository, name), join(folder, name))
  cpSync(join(repository, 'tools', 'lint'), join(folder, 'tools', 'lint'), {
    recursive: true,
    filter: (path) => !path.endsWith('.test.ts'),
  })
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  for (const examples of Object.values(bad)) for (const [path, text] of Object.entries(examples)) write(path, text)
  for (const [path, text] of Object.entries(good)) write(path, text)
  report = await lint(folder)
})
after(() => rmSync(folder, { recursive: true, force: true }))

for (const [rule, examples] of Object.entries(bad)) {
  test(`${rule} refuses a bad example`, () => {
    for (const path of Object.keys(examples))
      assert.ok(saidOf(path).includes(rule), `${path}: ${saidOf(path).join(', ') || 'nothing was said'}`)
  })
}

test('good examples are allowed', () => {
  for (const path of Object.keys(good)) assert.deepEqual(saidOf(path), [], path)
})

test('the linter reads every file of the repository', async () => {
  const files = globSync(['*.{js,ts}', '{app,bench,database,features,platform,tests,tools,ui}/**/*.{js,ts,tsx}'], { cwd: repository })
  const { number_of_files: read } = await lint(repository)
  assert.ok(files.length > 200)
  assert.ok(read >= files.length, `${read} files were read and there are ${files.length}`)
})
