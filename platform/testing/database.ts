import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { type OpenDatabase, openDatabase } from '#platform/sql/database.ts'
import { migrate } from '#platform/sql/migrate.ts'

const folder = new URL('../../database/migrations/', import.meta.url)
const LOCK = 727_002

/** A migrated database of the test's own, made from a template, and dropped when closed. */
export async function testDatabase(options: { onStatement?: (text: string) => void } = {}): Promise<OpenDatabase & { url: string }> {
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  const name = `baton_test_${randomUUID().replaceAll('-', '')}`
  try {
    await ensureTemplate(admin)
    await admin.query(`create database ${name} template ${templateName()}`)
  } finally {
    await admin.end()
  }
  const url = urlOf(name)
  const opened = openDatabase({ connectionString: url }, options)
  return { ...opened, url, close: () => opened.close().then(() => drop(name)) }
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
  const admin = new pg.Client({ connectionString: serverUrl() })
  await admin.connect()
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.end()
}
