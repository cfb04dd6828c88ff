import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { CannotStart, explainDenied } from '#platform/postgres/place.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { standingClock } from '#platform/time/standing-clock.ts'
import { type Config, isLocalOnly, readConfig } from '../config.ts'
import { serve, type WhenStopping, webFolder } from '../serve.ts'
import { readCast } from './cast.ts'
import { addDemoPages } from './demo-page.ts'
import { addressOf, DEMO_PASSWORD, tellCast } from './tell-cast.ts'

/** Lies in the data folder of a demo, and says that whatever is there may be made anew. */
const MARK = 'demo'
const FOLDER = join('data', 'demo')

/** Serves Halyard, told anew, at the moment the design shows it, where its clock stands. Throws `CannotStart` rather than touch anything else. */
export async function serveDemo(env: NodeJS.ProcessEnv, say: (line: string) => void, whenStopping: WhenStopping): Promise<void> {
  const config = demoConfig(env)
  await claimFolder(config.dataDir)
  const cast = await readCast()
  const clock = standingClock(cast.begins)
  const people = cast.people.map(({ handle, name, calendar }) => ({
    name,
    email: addressOf(handle),
    about: zoneCity(calendar.timeZone),
  }))
  await serve(
    config,
    {
      say,
      clock,
      empty: async (db) => {
        await sql`drop schema public cascade`.execute(db)
        await sql`create schema public`.execute(db)
      },
      pages: (app) => addDemoPages(app, { folder: webFolder, clock, demo: { people, password: DEMO_PASSWORD } }),
      fill: async (app, settle) => {
        say('Halyard is being told.')
        await tellCast({ app, url: config.url, clock, settle }, cast)
        clock.stand()
        say('It is Tuesday 17 November 2026, 14:04 in São Paulo. The page to sign in at offers everybody of Halyard with one press.')
      },
    },
    whenStopping,
  )
}

/** A demo listens to its own machine only, on a database of its own, and sends no mail. */
function demoConfig(env: NodeJS.ProcessEnv): Config {
  const config = readConfig({ BATON_DATA_DIR: FOLDER, ...env })
  if (config.databaseUrl !== null) throw new CannotStart('A demo brings its own database. Run it without DATABASE_URL.')
  if (!isLocalOnly(config)) throw new CannotStart('A demo can be reached from this machine only. Run it without HOST and BATON_URL.')
  return { ...config, smtpUrl: null }
}

/** Makes a folder that is absent or empty a demo's; throws for what is something else. */
async function claimFolder(dataDir: string): Promise<void> {
  const entries = await readdir(dataDir).catch((): string[] => [])
  if (entries.includes(MARK)) return
  if (entries.length > 0) {
    throw new CannotStart(`${dataDir} holds something that is not a demo, and is left alone. Name another folder with BATON_DATA_DIR.`)
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 }).catch(explainDenied(dataDir))
  await writeFile(join(dataDir, MARK), 'What is here is made anew at every start of the demo.\n')
}
