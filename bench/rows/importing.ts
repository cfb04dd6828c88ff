import { importSlack } from '#features/transfer/commands/import-slack.ts'
import { findImporter } from '#features/transfer/queries/find-importer.ts'
import { tallyFrom } from '#features/transfer/rules/tally.ts'
import type { Archive } from '#platform/files/zip.ts'
import { openDatabase } from '#platform/sql/database.ts'
import { stopwatch, systemClock } from '#platform/time/clock.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'
import { words } from '../seed/words.ts'

const BAR = 5_000
const PEOPLE = 300
const CHANNELS = 20
const DAYS = 10
const MESSAGES_A_DAY = 100
const SINCE = 1_750_000_000
const DAY = 86_400

/** Messages a second from an export that looks like Slack's, into a workspace that is in use. */
export async function importRow({ server, seeded, runs, say }: Plan): Promise<Row> {
  say('import')
  const figures: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const { db, close } = openDatabase({ connectionString: await server.copy(seeded, 'bench_import') }, { size: 4 })
    const importer = { ...(await findImporter(db)), db, now: systemClock.now() }
    const tally = tallyFrom()
    const waited = stopwatch()
    for await (const _ of importSlack(importer, { archive: slackExport(), tally, keep: async () => {} }));
    figures.push(tally.added.posts / (waited() / 1000))
    await close()
  }
  await server.drop('bench_import')
  const figure = median(figures)
  return { name: 'import of a Slack export', figure: `${Math.round(figure)} messages/s`, bar: `${BAR} messages/s`, pass: figure >= BAR }
}

/** Made as it is read, so that nothing of it is held: every third message opens a thread that the next two answer. */
function slackExport(): Archive {
  const channels = Array.from({ length: CHANNELS }, (_, index) => ({
    id: `C${index}`,
    name: `channel-${index}`,
    creator: 'U0',
    created: SINCE,
  }))
  const files = channels.flatMap(({ name }) =>
    Array.from({ length: DAYS }, (_, day) => `${name}/2025-06-${String(day + 1).padStart(2, '0')}.json`),
  )
  const users = Array.from({ length: PEOPLE }, (_, index) => ({ id: `U${index}`, name: `imported-${index}`, tz: 'Europe/Lisbon' }))
  const made = (name: string): object[] => {
    if (name === 'users.json') return users
    return name === 'channels.json' ? channels : dayOf(files.indexOf(name))
  }
  return {
    sizes: new Map(['users.json', 'channels.json', ...files].map((name) => [name, 1])),
    read: async function* read(name) {
      yield Buffer.from(JSON.stringify(made(name)))
    },
    close: () => {},
  }
}

function dayOf(file: number): object[] {
  const all = words()
  const start = SINCE + (file % DAYS) * DAY
  return Array.from({ length: MESSAGES_A_DAY }, (_, index) => {
    const said = Array.from({ length: 8 + (index % 40) }, (_, place) => all[(file * 31 + index * 7 + place * 13) % all.length])
    const ts = (second: number): string => `${start + second * 60}.000100`
    return {
      type: 'message',
      user: `U${(file * 7 + index) % PEOPLE}`,
      text: said.join(' '),
      ts: ts(index),
      ...(index % 3 === 0 ? {} : { thread_ts: ts(index - (index % 3)) }),
    }
  })
}
