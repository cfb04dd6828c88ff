import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How long files and functions are, against the budgets of ARCHITECTURE.md. Run: npm run sizes */
export interface Measured {
  /** Lines and lines of comment of each file, by path. */
  readonly files: readonly { readonly path: string; readonly lines: number; readonly comments: number }[]
  /** Lines of each function that has a name. */
  readonly functions: readonly { readonly path: string; readonly name: string; readonly lines: number }[]
}

interface Row {
  readonly name: string
  readonly figure: number
  readonly budget: number
}

interface Diagnostic {
  readonly message: string
  readonly filename: string
  readonly labels: readonly { readonly span: { readonly offset: number } }[]
}

const notMeasured = /\.test\.tsx?$|\/testing\/|^platform\/sql\/tables\.ts$/
const isWeb = (path: string): boolean => /^(ui|app\/web|platform\/browser)\/|^features\/[^/]+\/web\//.test(path)

/** Reads a folder that is laid out as this repository. Throws when there is nothing to read. */
export function measure(folder: string): Measured {
  const paths = globSync('{app,features,platform,ui}/**/*.{ts,tsx,js}', { cwd: folder }).filter((path) => !notMeasured.test(path))
  if (paths.length === 0) throw new Error(`There is nothing to measure in ${folder}.`)
  const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path))]))
  const files = [...texts].map(([path, text]) => ({ path, ...countLines(text.toString()) }))
  const functions = functionsOf(folder).flatMap((diagnostic) => {
    const text = texts.get(diagnostic.filename)
    const name = text && nameOf(diagnostic, text)
    return name ? [{ path: diagnostic.filename, name, lines: Number(/\((\d+)\)/.exec(diagnostic.message)?.[1]) }] : []
  })
  return { files, functions }
}

/** The budgets, each with what is measured. */
export function compare({ files, functions }: Measured): Row[] {
  const linesOf = (web: boolean): number[] => files.filter(({ path }) => isWeb(path) === web).map(({ lines }) => lines)
  const functionsIn = (components: boolean): number[] =>
    functions.filter(({ path }) => path.endsWith('.tsx') === components).map(({ lines }) => lines)
  const lines = sum(files.map((file) => file.lines))
  return [
    { name: 'server file, median lines', figure: median(linesOf(false)), budget: 50 },
    { name: 'web file, median lines', figure: median(linesOf(true)), budget: 70 },
    { name: 'longest file, lines', figure: longest([...linesOf(false), ...linesOf(true)]), budget: 300 },
    { name: 'function, median lines', figure: median(functions.map((each) => each.lines)), budget: 12 },
    { name: 'longest function, lines', figure: longest(functionsIn(false)), budget: 60 },
    { name: 'longest component, lines', figure: longest(functionsIn(true)), budget: 120 },
    { name: 'comments, % of lines', figure: Math.round((1000 * sum(files.map((file) => file.comments))) / lines) / 10, budget: 3 },
  ]
}

/** What the linter counts when it allows no line at all: the same measure as the limit it holds. */
function functionsOf(folder: string): readonly Diagnostic[] {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-sizes-'))
  const config = join(scratch, 'oxlint.json')
  writeFileSync(config, JSON.stringify({ categories: { correctness: 'off' }, rules: { 'max-lines-per-function': ['error', { max: 0 }] } }))
  const program = fileURLToPath(new URL('../node_modules/.bin/oxlint', import.meta.url))
  const { stdout, stderr } = spawnSync(program, ['-c', config, '--format', 'json', '.'], {
    cwd: folder,
    maxBuffer: 64 * 1024 ** 2,
    encoding: 'utf8',
  })
  rmSync(scratch, { recursive: true })
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not count: ${stdout}${stderr}`)
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }
  return diagnostics.filter(({ message }) => message.includes('too many lines'))
}

/** The name of a function that has one, its own or that of the constant it is given to; null for what is written in passing. */
function nameOf({ message, labels }: Diagnostic, text: Buffer): string | null {
  const own = /`(.+?)`/.exec(message)?.[1]
  if (own) return own
  const before = text.subarray(0, labels[0]?.span.offset ?? 0).toString()
  return /\bconst (\w+)[^\n]*= (?:async )?$/.exec(before.slice(before.lastIndexOf('\n') + 1))?.[1] ?? null
}

/** Lines, and how many of them only comment; docstrings say what a thing is and are no comments. */
function countLines(text: string): { lines: number; comments: number } {
  const all = text.trimEnd().split('\n')
  return { lines: all.length, comments: all.filter((line) => /^\s*(\/\/|\/\*(?!\*))/.test(line)).length }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const longest = (values: readonly number[]): number => Math.max(0, ...values)

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

function print(measured: Measured, rows: readonly Row[]): void {
  console.log(
    `${measured.files.length} files, ${measured.functions.length} functions, ${sum(measured.files.map((file) => file.lines))} lines\n`,
  )
  for (const { name, figure, budget } of rows) {
    console.log(
      `${name.padEnd(28)} ${String(figure).padStart(6)}   at most ${String(budget).padStart(3)}   ${figure > budget ? 'over' : 'ok'}`,
    )
  }
  const descending = (a: { lines: number }, b: { lines: number }): number => b.lines - a.lines
  console.log('\nLongest files')
  for (const { path, lines } of measured.files.toSorted(descending).slice(0, 8)) console.log(`${String(lines).padStart(6)}  ${path}`)
  console.log('\nLongest functions')
  for (const { path, name, lines } of measured.functions.toSorted(descending).slice(0, 8))
    console.log(`${String(lines).padStart(6)}  ${name}  ${path}`)
}

if (import.meta.main) {
  const measured = measure(fileURLToPath(new URL('..', import.meta.url)))
  const rows = compare(measured)
  print(measured, rows)
  process.exitCode = rows.some(({ figure, budget }) => figure > budget) ? 1 : 0
}
