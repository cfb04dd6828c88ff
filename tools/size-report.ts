import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Prints what a browser transfers when it first opens each page: HTML, stylesheet and scripts by brotli, fonts as they are. Exit code 1 over budget. */
const folder = join(import.meta.dirname, '../dist/web')
const first = 'today-page'
const budget = { code: 150_000, fonts: 120_000, scripts: 3 }

interface Piece {
  readonly name: string
  readonly bytes: number
}

const names = await readdir(join(folder, 'assets'))
const html = await readFile(join(folder, 'index.html'), 'utf8')
const entry = scriptsIn(html)
// What only some pages have comes with their scripts.
const style = names.filter((name) => name.endsWith('.css') && html.includes(name))
const fonts = await Promise.all(names.filter((name) => html.includes(name) && name.endsWith('.woff2')).map(weigh))
const pages = names.filter((name) => /-page-[\w-]+\.js$/.test(name))
const always = await Promise.all([...(await reach(entry)), ...style].map(weigh))

console.log(table('Shell', always))
console.log(table('Fonts', fonts))
for (const page of pages) {
  const pieces = await Promise.all([...(await reach([...entry, page])), ...style].map(weigh))
  const code = pieces.filter(({ name }) => name.endsWith('.js'))
  console.log(`${page.replace(/-page-.*/, '').padEnd(24)} ${kilobytes(total(pieces))}  ${code.length} scripts`)
}
const today = pages.find((name) => name.startsWith(first))
const code = await Promise.all([...(await reach([...entry, ...(today ? [today] : [])])), ...style].map(weigh))
const scripts = code.filter(({ name }) => name.endsWith('.js')).length
console.log(
  `\nToday: JS and CSS ${kilobytes(total(code))} of ${kilobytes(budget.code)}, fonts ${kilobytes(total(fonts))} of ${kilobytes(budget.fonts)}, ${scripts} scripts of ${budget.scripts}`,
)
if (total(code) > budget.code || total(fonts) > budget.fonts || scripts > budget.scripts) process.exitCode = 1

/** These scripts and everything they import before they run. */
async function reach(starts: readonly string[]): Promise<string[]> {
  const reached = new Set<string>()
  const open = [...starts]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name)) continue
    reached.add(name)
    const text = await readFile(join(folder, 'assets', name), 'utf8')
    open.push(...[...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map((match) => match[1] ?? ''))
  }
  return [...reached]
}

function scriptsIn(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="\/assets\/([\w.-]+\.js)"/g)].map((match) => match[1] ?? '')
}

async function weigh(name: string): Promise<Piece> {
  const sent = /\.(js|css)$/.test(name) ? `${name}.br` : name
  return { name, bytes: (await stat(join(folder, 'assets', sent))).size }
}

function total(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { bytes }) => sum + bytes, 0)
}

function table(title: string, pieces: readonly Piece[]): string {
  const lines = pieces.map(({ name, bytes }) => `  ${name.padEnd(44)} ${kilobytes(bytes)}`)
  return [`${title.padEnd(46)} ${kilobytes(total(pieces))}`, ...lines, ''].join('\n')
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9)
}
