import { parseArgs } from 'node:util'
import { benchServer } from './database.ts'
import { httpRows } from './http/http-rows.ts'
import type { Plan } from './plan.ts'
import { report, type Row } from './report.ts'
import { digestRow } from './rows/digests.ts'
import { fanOutRow } from './rows/fan-out.ts'
import { growthRows } from './rows/growing.ts'
import { importRow } from './rows/importing.ts'
import { programRows } from './rows/programs.ts'
import { searchRows } from './rows/searching.ts'
import { sharedExportRows } from './rows/shared-export.ts'
import { startRows } from './rows/starting.ts'

const benches: Readonly<Record<string, (plan: Plan) => Promise<Row[]>>> = {
  http: httpRows,
  growth: growthRows,
  'fan-out': async (plan) => [await fanOutRow(plan)],
  search: searchRows,
  digests: async (plan) => [await digestRow(plan)],
  import: async (plan) => [await importRow(plan)],
  shared: sharedExportRows,
  start: startRows,
  programs: programRows,
}

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000' },
    posts: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '3' },
    runs: { type: 'string', default: '3' },
    /** Names of benches, separated by commas; all of them without it. */
    only: { type: 'string', default: Object.keys(benches).join(',') },
  },
})
const size = { people: Number(values.people), posts: Number(values.posts) }
const say = (line: string): void => void process.stderr.write(`${line}\n`)
const server = await benchServer()
try {
  const { name: seeded } = await server.seeded(size, say)
  const plan: Plan = { server, seeded, size, seconds: Number(values.seconds), runs: Number(values.runs), say }
  const rows: Row[] = []
  for (const name of values.only.split(',')) rows.push(...((await benches[name]?.(plan)) ?? []))
  await report(rows, size)
} finally {
  await server.stop()
}
