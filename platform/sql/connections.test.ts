import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { waitFor } from '#platform/process/processes.ts'
import { testDatabase } from '#platform/testing/database.ts'
import { type Database, openDatabase, type Tx } from './database.ts'
import { isTooLong, isUnavailable } from './unavailable.ts'

let database: Awaited<ReturnType<typeof testDatabase>>
let db: Database

before(async () => {
  database = await testDatabase()
  db = database.db
  await sql`create table kept (id integer primary key, said text not null)`.execute(db)
  await sql`insert into kept values (1, 'before')`.execute(db)
})
after(() => database.close())

const pidOf = async (on: Database | Tx): Promise<number | undefined> =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(on)).rows[0]?.pid
const saidOn = async (on: Database | Tx): Promise<string | undefined> =>
  (await sql<{ said: string }>`select said from kept where id = ${1}`.execute(on)).rows[0]?.said

test('what is read at the same time shares a few connections', async () => {
  const pids = await Promise.all(Array.from({ length: 100 }, () => pidOf(db)))
  assert.ok(new Set(pids).size <= 4)
})

test('a transaction has a connection to itself, and nobody reads what it has not committed', async () => {
  await db.transaction().execute(async (tx) => {
    await sql`update kept set said = ${'within'} where id = ${1}`.execute(tx)
    const others = await Promise.all(Array.from({ length: 100 }, () => pidOf(db)))
    assert.ok(!others.includes(await pidOf(tx)))
    assert.deepEqual([await saidOn(tx), await saidOn(db)], ['within', 'before'])
  })
  assert.equal(await saidOn(db), 'within')
})

test('what throws within a transaction undoes it', async () => {
  const broken = db.transaction().execute(async (tx) => {
    await sql`update kept set said = ${'never'} where id = ${1}`.execute(tx)
    throw new Error('changed my mind')
  })
  await assert.rejects(broken, /changed my mind/)
  assert.notEqual(await saidOn(db), 'never')
})

test('what waits for a lock keeps nobody else from reading', async () => {
  let waiting: Promise<unknown>[] = []
  await db.transaction().execute(async (tx) => {
    await sql`select from kept where id = ${1} for update`.execute(tx)
    waiting = Array.from({ length: 5 }, () => sql`update kept set said = ${'after'} where id = ${1}`.execute(db))
    assert.equal(typeof (await saidOn(db)), 'string')
  })
  await Promise.all(waiting)
  assert.equal(await saidOn(db), 'after')
})

test('transactions that have all connections wait for what is written outside of them, and not for each other', async () => {
  const everybody = Promise.withResolvers<void>()
  let begun = 0
  const one = (_: unknown, place: number): Promise<unknown> =>
    db.transaction().execute(async (tx) => {
      await sql`select from kept where id = ${-place} for update`.execute(tx)
      if ((begun += 1) === 10) everybody.resolve()
      await everybody.promise
      await sql`insert into kept values (${100 + place}, 'outside')`.execute(db)
    })
  await Promise.all(Array.from({ length: 10 }, one))
  const { rows } = await sql`delete from kept where id >= 100 returning id`.execute(db)
  assert.equal(rows.length, 10)
})

test('a statement that fails leaves those that were sent with it alone', async () => {
  const outcomes = await Promise.allSettled([
    saidOn(db),
    sql`select 1 / (${0}::integer) as never`.execute(db),
    saidOn(db),
    sql`select wrong`.execute(db),
    saidOn(db),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
  )
})

test('a file that is missing says nothing of the database, a socket that is missing does', async () => {
  const missing = await readFile('/nowhere/at/all').catch((error: unknown) => error)
  assert.equal(isUnavailable(missing), false)
  const away = openDatabase({ host: '/nowhere/at/all', user: 'nobody' })
  await assert.rejects(saidOn(away.db), (error) => isUnavailable(error))
  await away.close()
})

test('connections that broke are told of as such, and replaced', async () => {
  const cut = sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()`.execute(db)
  await assert.rejects(cut, (error) => isUnavailable(error))
  const answers = (): Promise<boolean> =>
    saidOn(db).then(
      (said) => said !== undefined,
      (error: unknown) => !isUnavailable(error),
    )
  assert.ok(await waitFor(answers, { within: 30_000 }))
  await db.transaction().execute(async (tx) => assert.equal(await saidOn(tx), 'after'))
})

test('a transaction whose connection breaks fails as such, and ends nothing else', async () => {
  const broken = db.transaction().execute(async (tx) => {
    await sql`select pg_terminate_backend(${await pidOf(tx)}::integer)`.execute(db)
    await saidOn(tx)
  })
  await assert.rejects(broken, (error) => isUnavailable(error))
  assert.equal(await saidOn(db), 'after')
})

test('a statement is planned once, whatever its values', async () => {
  for (let times = 0; times < 10; times += 1) await saidOn(db)
  const { rows } = await sql<{ custom: number }>`select sum(custom_plans)::integer as custom from pg_prepared_statements`.execute(db)
  assert.deepEqual(rows, [{ custom: 0 }])
})

test('a statement that takes too long is ended, and what was sent behind it is answered', async () => {
  const hasty = openDatabase({ connectionString: database.url }, { size: 1, longest: 200 })
  try {
    const ended = sql`select pg_sleep(${60})`.execute(hasty.db)
    const behind = saidOn(hasty.db)
    await assert.rejects(ended, (error) => isTooLong(error) && !isUnavailable(error))
    assert.equal(typeof (await behind), 'string')
  } finally {
    await hasty.close()
  }
})
