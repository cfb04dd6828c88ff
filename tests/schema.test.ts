import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import type pg from 'pg'
import { NewerSchema, migrate } from '#platform/sql/migrate.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { describe } from '../tools/generate-tables.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
/** Reference tables: a copy stands on every machine, so they need no workspace. */
const reference = ['workspaces', 'migrations']

before(async () => {
  database = await testDatabase()
})
after(() => database.close())

const rows = async <Row extends pg.QueryResultRow>(text: string): Promise<Row[]> => (await database.pool.query<Row>(text)).rows
const read = (path: string): Promise<string> => readFile(new URL(path, import.meta.url), 'utf8')

test('the committed schema and table types are those of the migrations', async () => {
  const client = await database.pool.connect()
  const { tables, schema } = await describe(client)
  client.release()
  assert.equal(await read('../database/schema.sql'), schema)
  assert.equal(await read('../platform/sql/tables.ts'), tables)
})

test('every primary, unique and foreign key leads with workspace_id', async () => {
  const keys = await rows<{ table: string; definition: string }>(`
    select conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f')`)
  assert.ok(keys.length > 60)
  const wrong = keys.filter(({ table, definition }) => !reference.includes(table) && !/^[A-Z ]+\(workspace_id\b/.test(definition))
  assert.deepEqual(wrong, [])
})

test('every unique index leads with workspace_id', async () => {
  const indexes = await rows<{ tablename: string; indexdef: string }>(
    `select tablename, indexdef from pg_indexes where schemaname = 'public' and indexdef like 'CREATE UNIQUE%'`,
  )
  const wrong = indexes.filter(({ tablename, indexdef }) => !reference.includes(tablename) && !/\(workspace_id\b/.test(indexdef))
  assert.deepEqual(wrong, [])
})

test('there are no triggers and nothing is set null by a deletion', async () => {
  assert.deepEqual(await rows(`select tgname from pg_trigger where not tgisinternal`), [])
  assert.deepEqual(await rows(`select conname from pg_constraint where contype = 'f' and confdeltype in ('n', 'd')`), [])
})

test('migrating twice changes nothing', async () => {
  assert.deepEqual(await migrate(database.pool), [])
})

test('a database made by a newer Baton is refused', async () => {
  await database.pool.query(`insert into migrations (name) values ('9999-later.sql')`)
  await assert.rejects(migrate(database.pool), (error) => error instanceof NewerSchema && error.message.includes('9999-later.sql'))
  await database.pool.query(`delete from migrations where name = '9999-later.sql'`)
})
