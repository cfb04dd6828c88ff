import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '#platform/testing/database.ts'
import type { Database } from './database.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let db: Database

before(async () => {
  database = await testDatabase()
  db = database.db
  await sql`create table noted (id integer primary key, said text, at timestamptz, day date, big bigint, parts jsonb)`.execute(db)
})
after(() => database.close())

const noted = async (id: number): Promise<unknown[]> => (await sql`select * from noted where id = ${id}`.execute(db)).rows

test('an answer is read alike however often the same is asked, one after another and at once', async () => {
  const at = Temporal.Instant.from('2026-03-01T09:00:00Z')
  await sql`insert into noted values (1, 'é', ${at}, '2026-03-01', 9007199254740991, '{"a": [1]}'), (2, null, null, null, null, null)`.execute(
    db,
  )
  const first = [{ id: 1, said: 'é', at, day: '2026-03-01', big: 9_007_199_254_740_991, parts: { a: [1] } }]
  const second = [{ id: 2, said: null, at: null, day: null, big: null, parts: null }]
  const answers = [...(await Promise.all([noted(1), noted(2), noted(1)])), await noted(2), await noted(3)]
  assert.deepEqual(answers, [first, second, first, second, []])
})

test('a statement that was refused the first time answers the next', async () => {
  const same = async (id: string): Promise<unknown[]> => (await sql`select ${id}::uuid as id`.execute(db)).rows
  const id = '01890a5d-ac96-774b-bcce-b302099a8057'
  await assert.rejects(same('no id'), /uuid/)
  assert.deepEqual([await same(id), await same(id)], [[{ id }], [{ id }]])
})

test('a value that cannot be read fails that statement alone', async () => {
  const when = async (text: string): Promise<unknown[]> => (await sql`select ${text}::timestamptz as at`.execute(db)).rows
  const at = Temporal.Instant.from('2026-03-01T09:00:00Z')
  const [good, bad, again] = await Promise.allSettled([when(at.toString()), when('infinity'), when(at.toString())])
  assert.deepEqual([good.status, bad.status, again.status], ['fulfilled', 'rejected', 'fulfilled'])
  assert.deepEqual(await when(at.toString()), [{ at }])
})

test('what answers nothing tells how many rows it wrote, each time', async () => {
  const written = async (ids: readonly number[]): Promise<bigint | undefined> =>
    (await sql`insert into noted (id) select unnest(${ids}::integer[]) on conflict do nothing`.execute(db)).numAffectedRows
  assert.deepEqual([await written([11, 12]), await written([12, 13, 14, 15]), await written([11])], [2n, 3n, 0n])
})
