import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { after } from 'node:test'
import pg from 'pg'
import { type OpenDatabase, openDatabase } from '#platform/sql/database.ts'
import { migrate } from '#platform/sql/migrate.ts'

const folder = new URL('../../database/migrations/', import.meta.url)
const LOCK = 727_002

const EMPTY = `do $$ declare filled regclass; begin
  set local session_replication_role = replica;
  for filled in select oid from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations' and pg_relation_size(oid) > 0
  loop execute format('delete from %s', filled); end loop;
end $$`
const SCHEMA = `select concat((select count(*) from pg_class), ' ', (select count(*) from pg_attribute), ' ', (select count(*) from pg_constraint)) as schema`

interface Made {
  readonly name: string
  /** What tells whether its tables are still as they were made. */
  readonly schema: string
}

/** Left by tests of this process that are over, and empty; nothing once all of them are. */
let spare: Made[] | null = []
after(async () => {
  const left = spare ?? []
  spare = null
  await Promise.all(left.map(({ name }) => drop(name)))
})

/** A migrated, empty database of the test's own: made from a template, or one that an earlier test of this process has left. */
export async function testDatabase(options: { onStatement?: (text: string) => void } = {}): Promise<OpenDatabase & { url: string }> {
  const own = spare?.pop() ?? (await make())
  const url = urlOf(own.name)
  const opened = openDatabase({ connectionString: url }, options)
  return { ...opened, url, close: () => opened.close().then(() => leave(own)) }
}

async function make(): Promise<Made> {
  const name = `baton_test_${randomUUID().replaceAll('-', '')}`
  await on(serverUrl(), async (admin) => {
    await ensureTemplate(admin)
    await admin.query(`create database ${name} template ${templateName()}`)
  })
  return { name, schema: await on(urlOf(name), schemaOf) }
}

/** To empty one takes a quarter of what it takes to make and drop one. What was changed beyond its rows is left to nobody. */
async function leave(own: Made): Promise<void> {
  if (spare === null) return drop(own.name)
  const isAsMade = await on(urlOf(own.name), async (client) => {
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [
      own.name,
    ])
    await client.query(EMPTY)
    return (await schemaOf(client)) === own.schema
  })
  if (isAsMade && spare !== null) spare.push(own)
  else await drop(own.name)
}

async function schemaOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ schema: string }>(SCHEMA)
  return rows[0]?.schema ?? ''
}

async function on<Result>(connectionString: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function serverUrl(): string {
  const url = process.env['BATON_TEST_DATABASE_URL']
  if (!url) throw new Error('Run the tests with `npm test`, or name a PostgreSQL for them in BATON_TEST_DATABASE_URL.')
  return url
}

function urlOf(name: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.toString()
}

function templateName(): string {
  const hash = createHash('sha1')
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(new URL(file, folder)))
  return `baton_template_${hash.digest('hex').slice(0, 16)}`
}

async function ensureTemplate(admin: pg.Client): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [LOCK])
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [templateName()])
    if (rowCount) return
    await admin.query(`drop database if exists ${templateName()}_new with (force)`)
    await admin.query(`create database ${templateName()}_new`)
    const opened = openDatabase({ connectionString: urlOf(`${templateName()}_new`) }, { size: 1 })
    await migrate(opened.pool)
    await opened.close()
    await admin.query(`alter database ${templateName()}_new rename to ${templateName()}`)
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK])
  }
}

async function drop(name: string): Promise<void> {
  await on(serverUrl(), (admin) => admin.query(`drop database if exists ${name} with (force)`))
}
