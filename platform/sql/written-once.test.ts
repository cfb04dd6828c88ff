import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import { statementOnce, writtenOnce } from './written-once.ts'

let database: Awaited<ReturnType<typeof testDatabase>>

before(async () => {
  database = await testDatabase()
})
after(() => database.close())

interface Values {
  readonly word: string
  readonly count: number
}

test('a text that is written once is filled in with each reader’s own values, wherever they stand, beside what never changes', async () => {
  let written = 0
  const said = writtenOnce(({ word, count }: Values) => {
    written += 1
    return sql<string>`repeat(${word}::text || ${', '}::text, ${count}::integer) || ${word}::text`
  })
  const answers = async (values: Values): Promise<string | undefined> =>
    (await sql<{ said: string }>`select ${said(values)} as said where ${values.count}::integer > 0`.execute(database.db)).rows[0]?.said
  assert.deepEqual(await Promise.all([answers({ word: "it's $1", count: 1 }), answers({ word: 'b', count: 2 })]), [
    "it's $1, it's $1",
    'b, b, b',
  ])
  assert.equal(written, 1)
})

test('what would be made from a value that is not known yet fails, rather than being written for everybody', async () => {
  const spoilt = [
    ({ word }: Values) => sql`${sql.raw(`'${word}'`)}`,
    ({ word }: Values) => sql`${JSON.stringify({ word })}::jsonb`,
    ({ count }: Values) => sql`${count + 1}`,
    (values: Values) => sql`${{ ...values }.word}`,
    () => sql`${sql.raw(`'$1'`)}`,
  ]
  for (const write of spoilt) {
    assert.throws(() => writtenOnce(write)({ word: 'a', count: 1 }), /written once/)
    await assert.rejects(statementOnce(write)(database.db, { word: 'a', count: 1 }), /written once/)
  }
})

test('a statement that is written once is answered for each reader’s own values, within a transaction as well', async () => {
  let written = 0
  const said = statementOnce(({ word, count }: Values) => {
    written += 1
    return sql<{ said: string }>`select repeat(${word}::text || ${', '}::text, ${count}::integer) || ${word} as said where ${count} > 0`
  })
  const { db } = database
  const answers = await Promise.all([
    said(db, { word: "it's $1", count: 1 }),
    said(db, { word: 'b', count: 2 }),
    said(db, { word: 'c', count: 0 }),
  ])
  assert.deepEqual(answers, [[{ said: "it's $1, it's $1" }], [{ said: 'b, b, b' }], []])
  assert.deepEqual(await db.transaction().execute((tx) => said(tx, { word: 'd', count: 1 })), [{ said: 'd, d' }])
  assert.equal(written, 1)
})

test('where a value decides what a statement says, there is one text for each', async () => {
  let written = 0
  const named = statementOnce(
    ({ column, word }: { column: 'slug' | 'name'; word: string }, from) => {
      written += 1
      return from.selectFrom('workspaces').where(column, '=', word).select('slug')
    },
    ['column'],
  )
  await database.db
    .insertInto('workspaces')
    .values({ id: 1, name: 'Hill', slug: 'hut', created_at: Temporal.Instant.from('2026-03-01T09:00:00Z') })
    .execute()
  const found = async (column: 'slug' | 'name', word: string): Promise<number> => (await named(database.db, { column, word })).length
  assert.deepEqual(
    await Promise.all([found('slug', 'hut'), found('name', 'hut'), found('name', 'Hill'), found('slug', 'Hill')]),
    [1, 0, 1, 0],
  )
  assert.equal(written, 2)
})
