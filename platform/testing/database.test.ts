import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { testDatabase } from './database.ts'

test('what a test wrote is gone for the next one, which has the same database', async () => {
  const first = await testDatabase()
  await sql`insert into workspaces (id, slug, name, created_at) values (1, 'halyard', 'Halyard', now())`.execute(first.db)
  await first.close()
  const next = await testDatabase()
  assert.equal(next.url, first.url)
  const { rows } = await sql<{ filled: string }>`
    select string_agg(relname, ' ') as filled from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and (xpath('/row/count/text()', query_to_xml('select count(*) from ' || oid::regclass, false, true, '')))[1]::text <> '0'
  `.execute(next.db)
  assert.deepEqual(rows, [{ filled: 'migrations' }])
  await next.close()
})

test('a database whose tables are others by now is left to nobody', async () => {
  const first = await testDatabase()
  await sql`alter table workspaces add column kept text`.execute(first.db)
  await first.close()
  const next = await testDatabase()
  assert.notEqual(next.url, first.url)
  await next.close()
})

test('who is still connected when a test ends is let go', async () => {
  const first = await testDatabase()
  const other = new pg.Client({ connectionString: first.url })
  // It hears so twice: from PostgreSQL, and from its socket.
  other.on('error', () => {})
  const ended = new Promise<void>((resolve) => other.on('end', resolve))
  await other.connect()
  await other.query('begin')
  await other.query('lock table workspaces')
  await Promise.all([first.close(), ended])
})
