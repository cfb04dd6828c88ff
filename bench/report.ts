import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '#platform/time/clock.ts'
import type { Size } from './seed/workspace.ts'

export interface Row {
  readonly name: string
  readonly figure: string
  readonly bar: string
  readonly pass: boolean
}

const GIGABYTE = 1024 ** 3
const folder = import.meta.dirname

/** The machine, so that a figure can be understood; with what it was doing beside, because that is in the figures too. */
function machine(): string {
  const [processor] = cpus()
  const load = loadavg().map((part) => part.toFixed(1))
  return `${cpus().length} cores (${processor?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / GIGABYTE)} GB, Node ${process.versions.node}, load ${load.join(' ')} at the end`
}

/** Prints the rows as a table and keeps them in bench/results.json. */
export async function report(rows: readonly Row[], { people, posts }: Size): Promise<void> {
  const kept = { machine: `${machine()}; ${people} people, ${posts} posts`, commit: commit(), date: systemClock.now().toString(), rows }
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(kept, null, 2)}\n`)
  const widths = (['name', 'figure', 'bar'] as const).map((part) => Math.max(...rows.map((row) => row[part].length)))
  const line = (row: Row): string => [row.name, row.figure, row.bar].map((text, index) => text.padEnd(widths[index] ?? 0)).join('  ')
  for (const row of rows) process.stdout.write(`${row.pass ? '✔' : '✖'} ${line(row)}\n`)
  process.stdout.write(`\n${kept.machine}\n`)
}

function commit(): string | null {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return null
  }
}
