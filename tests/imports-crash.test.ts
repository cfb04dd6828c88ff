import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TestContext, test } from 'node:test'
import { runImportSlack } from '#app/commands/import-slack.ts'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { waitFor } from '#platform/process/processes.ts'
import { zipOf } from '#platform/testing/zip-of.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const DAYS = 20
const A_DAY = 150

/** Every fourth message opens a thread, two answer it, one stands by itself. */
function export20Days(): Buffer {
  const ts = (day: number, index: number): string => `${1_597_194_613 + day * 86_400 + index}.000001`
  const day = (each: number): string =>
    JSON.stringify(
      Array.from({ length: A_DAY }, (_, index) => ({
        type: 'message',
        user: `U${index % 7}`,
        text: `Word ${index} of day ${each}`,
        ts: ts(each, index),
        ...(index % 4 === 3 ? {} : { thread_ts: ts(each, index - (index % 4)) }),
      })),
    )
  return zipOf({
    'users.json': JSON.stringify(Array.from({ length: 7 }, (_, index) => ({ id: `U${index}`, name: `person-${index}` }))),
    'channels.json': JSON.stringify([{ id: 'C1', name: 'exports', members: [] }]),
    ...Object.fromEntries(
      Array.from({ length: DAYS }, (_, index) => [`exports/2020-08-${String(index + 1).padStart(2, '0')}.json`, day(index)]),
    ),
  })
}

interface Place {
  readonly baton: Baton
  readonly ann: Someone
  readonly archive: string
  command(): ChildProcess
  posts(): Promise<number>
}

async function begin(t: TestContext): Promise<Place> {
  const baton = await startBaton()
  const folder = await mkdtemp(join(tmpdir(), 'baton-import-test-'))
  t.after(async () => {
    await baton.close()
    await rm(folder, { recursive: true })
  })
  const archive = join(folder, 'export.zip')
  await writeFile(archive, export20Days())
  const env = { PATH: process.env['PATH'], DATABASE_URL: baton.databaseUrl, BATON_DATA_DIR: folder }
  return {
    baton,
    archive,
    ann: await baton.setup(),
    command: () => spawn(process.execPath, ['app/main.ts', 'import', 'slack', archive], { cwd: project, env, stdio: 'ignore' }),
    posts: async () => (await baton.db.selectFrom('posts').select('id').execute()).length,
  }
}

/** All of it, each once, and in its order. */
async function assertWhole({ baton, ann }: Place): Promise<void> {
  const posts = await baton.db
    .selectFrom('posts')
    .select(['thread_id', 'seq', 'posted_at', 'body'])
    .orderBy('thread_id')
    .orderBy('seq')
    .execute()
  assert.equal(posts.length, DAYS * A_DAY)
  assert.equal(new Set(posts.map(({ body }) => body)).size, DAYS * A_DAY)
  for (const [, within] of Map.groupBy(posts, (post) => post.thread_id)) {
    assert.deepEqual(
      within.map(({ seq }) => seq),
      Array.from(within, (_, index) => index + 1),
    )
    const times = within.map((post) => post.posted_at.epochMilliseconds)
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    )
  }
  const { body } = await baton.call(ann, 'GET', '/imports')
  const sum = body.items.reduce((all: number, each: { added: { posts: number } }) => all + each.added.posts, 0)
  assert.equal(sum, DAYS * A_DAY)
}

async function exitOf(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
  const [code, signal] = await once(child, 'exit')
  return code ?? signal
}

test('an import that is killed in the middle goes on where it was, and counts right', async (t) => {
  const place = await begin(t)
  for (let kills = 0; kills < 3; kills += 1) {
    const before = await place.posts()
    const child = place.command()
    await waitFor(async () => child.exitCode !== null || (await place.posts()) > before, { within: 60_000 })
    child.kill('SIGKILL')
    await exitOf(child)
    // What was noted of it is what is there.
    const { body } = await place.baton.call(place.ann, 'GET', '/imports')
    assert.equal(
      body.items.reduce((all: number, each: { added: { posts: number } }) => all + each.added.posts, 0),
      await place.posts(),
    )
    place.baton.clock.advance({ minutes: 5 })
  }
  assert.equal(await exitOf(place.command()), 0)
  await assertWhole(place)
})

test('Ctrl+C stops it after what it just adds, and the same command goes on', async (t) => {
  const place = await begin(t)
  const child = place.command()
  await waitFor(async () => (await place.posts()) > 0, { within: 60_000 })
  child.kill('SIGINT')
  assert.equal(await exitOf(child), 1)
  const { body } = await place.baton.call(place.ann, 'GET', '/imports')
  assert.deepEqual([body.items[0].state, body.items[0].place, body.items[0].may], ['stopped', 'host', { stop: false, resume: false }])
  assert.equal(await exitOf(place.command()), 0)
  const { body: after } = await place.baton.call(place.ann, 'GET', '/imports')
  assert.deepEqual([after.items.length, after.items[0].state], [1, 'done'])
  await assertWhole(place)
})

test('people and spaces are counted with the import that added them, also when it is interrupted right behind them', async (t) => {
  const { baton, ann, archive } = await begin(t)
  const run = async (interrupted: boolean) => {
    const { end } = await runImportSlack(baton.db, {
      path: archive,
      clock: baton.clock,
      interrupted: () => interrupted,
      progress: () => {},
    })
    const { body } = await baton.call(ann, 'GET', '/imports')
    return [end, body.items.map(({ added }: { added: object }) => added)]
  }
  const none = { people: 7, spaces: 1, threads: 0, posts: 0, reactions: 0 }
  assert.deepEqual(await run(true), ['interrupted', [none]])
  const [end, [all]] = await run(false)
  assert.deepEqual([end, all.people, all.spaces, all.posts], ['done', 7, 1, DAYS * A_DAY])
})

test('two at once, and one that was sent beside them, add everything once', async (t) => {
  const place = await begin(t)
  const [one, other] = [place.command(), place.command()]
  assert.equal((await place.baton.upload(place.ann, '/imports?kind=slack', export20Days())).status, 201)
  await place.baton.settle()
  assert.deepEqual(await Promise.all([exitOf(one), exitOf(other)]), [0, 0])
  await assertWhole(place)
})

test('an import that was sent is stopped by whoever watches it, and another worker goes on with it', async (t) => {
  const place = await begin(t)
  const { body } = await place.baton.upload(place.ann, '/imports?kind=slack', export20Days())
  const settled = place.baton.settle()
  await waitFor(async () => (await place.posts()) > 0, { within: 60_000 })
  await place.baton.call(place.ann, 'POST', `/imports/${body.id}/stop`)
  await settled
  const stopped = await place.baton.call(place.ann, 'GET', `/imports/${body.id}`)
  assert.deepEqual([stopped.body.state, stopped.body.may], ['stopped', { stop: false, resume: true }])
  assert.ok((await place.posts()) < DAYS * A_DAY)
  assert.equal((await place.baton.call(place.ann, 'POST', `/imports/${body.id}/stop`)).body.code, 'import.not_running')
  await place.baton.restartWorker()
  assert.equal((await place.baton.call(place.ann, 'POST', `/imports/${body.id}/resume`)).status, 200)
  await place.baton.settle()
  await assertWhole(place)
})

test('the same file sent twice with one key is one import', async (t) => {
  const { baton, ann } = await begin(t)
  const send = () => baton.upload(ann, '/imports?kind=slack', zipOf({ 'a.json': '[]' }), { 'idempotency-key': 'one' })
  const [first, again] = [await send(), await send()]
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id])
  const other = await baton.upload(ann, '/imports?kind=slack', zipOf({ 'b.json': '[]' }), { 'idempotency-key': 'one' })
  assert.deepEqual([other.status, other.body.code], [409, 'idempotency.other_request'])
})
