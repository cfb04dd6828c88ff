import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const project = join(import.meta.dirname, '../..')

/** Rows of the programs that measure by themselves: plans a second, and what a browser first loads. */
export async function programRows({ say }: Plan): Promise<Row[]> {
  say('attention')
  const attention = JSON.parse(await outputOf('bench/attention.ts')) as Row & { runs: unknown }
  say('first load')
  return [
    { name: 'attention plans', figure: attention.figure, bar: attention.bar, pass: attention.pass },
    firstLoadRow(await outputOf('tools/size-report.ts')),
  ]
}

/** The last line of the size report: `Today: JS and CSS 93.6 kB of 150.0 kB, fonts 96.1 kB of 120.0 kB, 2 scripts of 3`. */
function firstLoadRow(report: string): Row {
  const line = report.trim().split('\n').at(-1) ?? ''
  const parts = [...line.matchAll(/([\d.]+)(?: kB| scripts) of\s+([\d.]+)/g)].map(([, figure, bar]) => ({
    figure: Number(figure),
    bar: Number(bar),
  }))
  const [code, fonts, scripts] = parts
  if (!code || !fonts || !scripts)
    return { name: 'first load of Today', figure: 'no pages are built', bar: '150 kB, fonts 120 kB, 3 scripts', pass: false }
  const said = (which: 'figure' | 'bar'): string => `${code[which]} kB, fonts ${fonts[which]} kB, ${scripts[which]} scripts`
  return { name: 'first load of Today', figure: said('figure'), bar: said('bar'), pass: parts.every(({ figure, bar }) => figure <= bar) }
}

async function outputOf(program: string): Promise<string> {
  const child = spawn(process.execPath, [program], { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] })
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return output
}
