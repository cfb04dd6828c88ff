import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { importSlack } from '#features/transfer/commands/import-slack.ts'
import { findImporter } from '#features/transfer/queries/find-importer.ts'
import { tallyFrom } from '#features/transfer/rules/tally.ts'
import { openZip } from '#platform/files/zip.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { stopwatch, systemClock } from '#platform/time/clock.ts'
import { shotsOn } from '../http/shots.ts'
import type { Shot } from '../load.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'
import { searchedRow } from './searching.ts'

const archive = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'conversations-slack.zip')
const BAR = 5_000

/** Conversations of seven years: how fast they are brought in, and how long it takes to find something in them. Nothing where they are not on this machine. */
export async function sharedExportRows(plan: Plan): Promise<Row[]> {
  const { server, seeded, runs, say } = plan
  if (!existsSync(archive)) {
    say('the shared export is not here')
    return []
  }
  say('the shared export')
  const figures: number[] = []
  let url = ''
  for (let run = 0; run < runs; run += 1) {
    url = await server.copy(seeded, 'bench_shared')
    figures.push(await bringIn(url))
  }
  try {
    return [broughtRow(median(figures)), await searchedRow(plan, { name: 'search in the shared export', url, shots: await questions(url) })]
  } finally {
    await server.drop('bench_shared')
  }
}

const broughtRow = (figure: number): Row => ({
  name: 'import of the shared export',
  figure: `${Math.round(figure)} messages/s`,
  bar: `${BAR} messages/s`,
  pass: figure >= BAR,
})

async function bringIn(url: string): Promise<number> {
  const { db, close } = openDatabase({ connectionString: url }, { size: 4 })
  const importer = { ...(await findImporter(db)), db, now: systemClock.now() }
  const tally = tallyFrom()
  const opened = await openZip(archive)
  const waited = stopwatch()
  try {
    for await (const _ of importSlack(importer, { archive: opened, tally, keep: async () => {} }));
    return tally.added.posts / (waited() / 1000)
  } finally {
    opened.close()
    await close()
  }
}

/** Words that stand in many of them, in few and in none; two together, unfinished, and in one of their spaces. */
async function questions(url: string): Promise<Shot[]> {
  const database = openDatabase({ connectionString: url }, { size: 4 })
  const [{ headers = {} } = {}] = (await shotsOn(database)).searches.values().next().value ?? []
  await database.close()
  const looked = [
    'theorem',
    'induction hypothesis',
    'type theory',
    'docker volume',
    'compiler err',
    'universe in:lean-for-teaching',
    'equality in:type-theory',
    'graph col',
    'zulip stream',
    'nonsensical xylophone',
  ]
  return looked.map((q) => ({ method: 'GET', path: `/api/v1/search?q=${encodeURIComponent(q)}`, headers }))
}
