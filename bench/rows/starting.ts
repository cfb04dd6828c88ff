import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { removeDataDir } from '#platform/testing/postgres.ts'
import { scratch } from '../database.ts'
import { startBaton } from '../http/baton.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const BAR = 2_000

/** From `npm start` to the first answer 200: the first time on an empty data folder, and each time after. */
export async function startRows({ runs, say }: Plan): Promise<Row[]> {
  say('start')
  const dataDir = await mkdtemp(join(scratch, 'start-'))
  const started = async (): Promise<number> => {
    const baton = await startBaton({ by: 'npm', env: { BATON_DATA_DIR: dataDir } })
    await baton.stop()
    return baton.startedIn
  }
  try {
    // The pages are built once for a tree, and that is not what is measured.
    await started()
    const again: number[] = []
    for (let run = 0; run < runs; run += 1) again.push(await started())
    await removeDataDir(dataDir)
    const first = await started()
    return [row('start, the database made', first), row('start', median(again))]
  } finally {
    await removeDataDir(dataDir).catch(() => {})
  }
}

function row(name: string, milliseconds: number): Row {
  return { name, figure: `${(milliseconds / 1000).toFixed(2)} s`, bar: `under ${BAR / 1000} s`, pass: milliseconds < BAR }
}
