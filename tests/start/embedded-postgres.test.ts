import assert from 'node:assert/strict'
import { access, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, afterEach, test } from 'node:test'
import { connectionOf } from '#platform/postgres/connection.ts'
import { findPlace } from '#platform/postgres/place.ts'
import { findPostmaster } from '#platform/postgres/postmaster.ts'
import { isAlive, waitFor } from '#platform/process/processes.ts'
import { ask, dataFolder, endProcesses, startDatabase } from './started.ts'

/** Three times the promise, for machines that run tests beside others; the time itself is told. */
const READY_WITHIN = 30_000
const isRoot = process.getuid?.() === 0
/** Made once, because every test has to get by with what the one before it left. */
const shared = await dataFolder()
const folders = [shared]

afterEach(endProcesses)
after(async () => {
  for (const { remove } of folders) await remove()
})

async function freshFolder(...deeper: string[]): Promise<string> {
  const folder = await dataFolder(...deeper)
  folders.push(folder)
  return folder.dataDir
}

async function postmasterOf(dataDir: string): Promise<number> {
  const postmaster = await findPostmaster((await findPlace(dataDir)).cluster)
  assert.ok(postmaster)
  return postmaster.pid
}

test('a database is made, keeps what was written, and is stopped with everything of it', async () => {
  const { dataDir } = shared
  const first = await startDatabase(dataDir)
  await ask(first.said.connection, 'create table if not exists kept as select 42 as number')
  const pid = await postmasterOf(dataDir)
  assert.equal(await first.end('SIGTERM'), 0)
  assert.equal(isAlive(pid), false)
  assert.equal(await connectionOf(dataDir), null)
  const second = await startDatabase(dataDir)
  assert.equal(second.said.adopted, false)
  assert.deepEqual(await ask(second.said.connection, 'select number from kept'), [42])
  assert.equal(await second.end('SIGINT'), 0)
})

test('the database is reached by its socket and its password only, and waits for the disk', async () => {
  const { dataDir } = shared
  const { said, end } = await startDatabase(dataDir)
  const { connection } = said
  assert.ok(connection)
  const wanted =
    "select current_setting(name) from unnest('{listen_addresses,fsync,synchronous_commit,effective_io_concurrency}'::text[]) name"
  assert.deepEqual(await ask(connection, wanted), ['', 'on', 'on', '0'])
  assert.deepEqual(
    await ask(connection, "select datlocprovider, datlocale, pg_encoding_to_char(encoding) from pg_database where datname = 'baton'"),
    ['b', 'C.UTF-8', 'UTF8'],
  )
  assert.deepEqual(await ask(connection, 'select distinct auth_method from pg_hba_file_rules'), ['scram-sha-256'])
  await assert.rejects(ask({ ...connection, password: 'another' }, 'select 1'), { code: '28P01' })
  assert.equal((await stat(connection.host)).mode & 0o777, 0o700)
  assert.equal((await stat(join(dataDir, 'postgres.password'))).mode & 0o777, 0o600)
  assert.equal((await stat(dataDir)).mode & 0o777, 0o700)
  assert.deepEqual(await connectionOf(dataDir), connection)
  await end('SIGTERM')
})

test('after the server was killed, the next start takes over the database that lives on', async () => {
  const { dataDir } = shared
  const killed = await startDatabase(dataDir)
  await ask(killed.said.connection, 'create table if not exists kept as select 42 as number')
  const pid = await postmasterOf(dataDir)
  await killed.end('SIGKILL')
  assert.ok(isAlive(pid))
  const next = await startDatabase(dataDir)
  assert.equal(next.said.adopted, true)
  assert.ok(next.milliseconds < READY_WITHIN)
  assert.equal(await postmasterOf(dataDir), pid)
  assert.deepEqual(await ask(next.said.connection, 'select number from kept'), [42])
  assert.equal(await next.end('SIGTERM'), 0)
  assert.equal(isAlive(pid), false)
})

test('after server and database were killed at work, the next start is ready and nothing acknowledged is lost', async () => {
  const { dataDir } = shared
  const killed = await startDatabase(dataDir)
  await ask(killed.said.connection, 'create table if not exists kept as select 42 as number')
  const busy = ask(
    killed.said.connection,
    "select sum(length(md5(n::text))) from generate_series(1, 1e9::bigint) n where md5(n::text) = 'x'",
  )
  const interrupted = assert.rejects(busy)
  const isBusy = async (): Promise<boolean> =>
    (
      await ask(killed.said.connection, "select count(*)::int from pg_stat_activity where query like 'select sum%' and state = 'active'")
    )[0] !== 0
  assert.ok(await waitFor(isBusy, { within: READY_WITHIN }))
  process.kill(killed.child.pid ?? 0, 'SIGKILL')
  process.kill(await postmasterOf(dataDir), 'SIGKILL')
  const next = await startDatabase(dataDir)
  assert.equal(next.said.adopted, false)
  assert.ok(next.milliseconds < READY_WITHIN)
  assert.deepEqual(await ask(next.said.connection, 'select number from kept'), [42])
  await interrupted
  await next.end('SIGTERM')
})

test('a database that is killed under a running server is started again where it was', async () => {
  const { dataDir } = shared
  const { said, end } = await startDatabase(dataDir)
  await ask(said.connection, 'create table if not exists kept as select 42 as number')
  process.kill(await postmasterOf(dataDir), 'SIGKILL')
  const answersAgain = (): Promise<boolean> =>
    ask(said.connection, 'select number from kept').then(
      ([number]) => number === 42,
      () => false,
    )
  assert.ok(await waitFor(answersAgain, { within: READY_WITHIN, every: 50 }))
  assert.equal(await end('SIGTERM'), 0)
})

test('one killed backend leaves the database running', async () => {
  const { dataDir } = shared
  const { said, end } = await startDatabase(dataDir)
  const victim = ask(said.connection, 'select pg_sleep(60)')
  const interrupted = assert.rejects(victim)
  const find = (): Promise<unknown[]> => ask(said.connection, "select pid from pg_stat_activity where query = 'select pg_sleep(60)'")
  assert.ok(await waitFor(async () => (await find()).length === 1, { within: READY_WITHIN }))
  process.kill(Number((await find())[0]), 'SIGKILL')
  await interrupted
  const answers = (): Promise<boolean> =>
    ask(said.connection, 'select 1').then(
      () => true,
      () => false,
    )
  assert.ok(await waitFor(answers, { within: READY_WITHIN, every: 50 }))
  assert.equal(await end('SIGTERM'), 0)
})

test('a second start on the same data says who runs already, and changes nothing', async () => {
  const { dataDir } = shared
  const first = await startDatabase(dataDir)
  const second = await startDatabase(dataDir)
  assert.equal(second.said.refused, `Baton is already running on this data, process ${first.child.pid}, at ${first.said.address}.`)
  assert.equal(await second.end(), 1)
  assert.deepEqual(await ask(first.said.connection, 'select 1'), [1])
  await first.end('SIGTERM')
})

test('two starts at the same moment on an empty folder end with one that runs', async () => {
  const dataDir = await freshFolder()
  const both = await Promise.all([startDatabase(dataDir), startDatabase(dataDir)])
  assert.equal(both.filter(({ said }) => said.connection).length, 1)
  assert.equal(both.filter(({ said }) => said.refused?.startsWith('Baton is already running')).length, 1)
  await Promise.all(both.map(({ said, end }) => end(said.connection ? 'SIGTERM' : undefined)))
})

test('a start waits for one that is just stopping', async () => {
  const { dataDir } = shared
  const first = await startDatabase(dataDir)
  const ended = first.end('SIGTERM')
  const second = await startDatabase(dataDir)
  assert.ok(second.said.connection)
  assert.equal(await ended, 0)
  await second.end('SIGTERM')
})

test('a data folder too deep for a socket has it elsewhere, and leaves nothing there', async () => {
  const dataDir = await freshFolder(...Array.from({ length: 12 }, () => 'deeper-and-deeper'), 'with, a "strange" näme')
  const { said, end } = await startDatabase(dataDir)
  assert.ok(said.connection)
  assert.deepEqual(await ask(said.connection, 'select 1'), [1])
  await end('SIGTERM')
  if (!said.connection.host.startsWith(dirname(dataDir)) && !isRoot) await assert.rejects(access(said.connection.host))
})

test('a database whose password is gone is not started', async () => {
  const { dataDir } = shared
  await (await startDatabase(dataDir)).end('SIGTERM')
  const file = join(dataDir, 'postgres.password')
  await rename(file, `${file}.away`)
  const { said, end } = await startDatabase(dataDir)
  assert.match(said.refused ?? '', /^The password of the database is missing: bring back .*postgres\.password\.$/)
  assert.equal(await end(), 1)
  await rename(`${file}.away`, file)
})

test('a stale note of a server, whose id another program has now, is no hindrance', async () => {
  const { dataDir } = shared
  const killed = await startDatabase(dataDir)
  const pid = await postmasterOf(dataDir)
  await killed.end('SIGKILL')
  process.kill(pid, 'SIGKILL')
  const { cluster } = await findPlace(dataDir)
  const file = join(cluster, 'postmaster.pid')
  const note = (await readFile(file, 'utf8')).replace(/^\d+/, String(process.pid))
  await writeFile(file, note)
  const next = await startDatabase(dataDir)
  assert.equal(next.said.adopted, false)
  assert.ok(isAlive(process.pid))
  await next.end('SIGTERM')
})
