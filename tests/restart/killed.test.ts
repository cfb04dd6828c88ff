import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { waitFor } from '#platform/process/processes.ts'
import { restartable, type Restartable } from './running.ts'
import { makeWorkspace, type Workspace, writtenIn } from './workspace.ts'
import { type Acknowledged, startWriters, writing } from './writers.ts'

/** Three times the promise, for machines that run tests beside others; the time itself is told. */
const READY_WITHIN = 30_000
const ROUNDS = 4
/** So much is acknowledged between one kill and the next. */
const BETWEEN = 25

let baton: Restartable
let workspace: Workspace

before(async () => {
  baton = await restartable()
  await baton.start()
  workspace = await makeWorkspace(baton.url)
})
after(() => baton.remove())

/** Everything acknowledged is there once, as it was acknowledged, with its ask; and nothing is there twice. */
async function assertKept(acknowledged: readonly Acknowledged[]): Promise<void> {
  const written = await writtenIn(workspace)
  const byBody = Map.groupBy(written, ({ body }) => body)
  assert.deepEqual(
    [...byBody].filter(([, posts]) => posts.length > 1),
    [],
  )
  for (const { key, id } of acknowledged) {
    const [post] = byBody.get(key) ?? []
    assert.deepEqual({ id: post?.id, asks: post?.asks }, { id, asks: key.endsWith('3') ? [`What of ${key}?`] : [] }, key)
  }
  assert.deepEqual(
    written.map(({ seq }) => seq),
    written.map((_, place) => place + 2),
  )
}

test('a server that is killed again and again under load is ready soon after, and has all that it acknowledged, once', async (t) => {
  const writers = startWriters(workspace, 'early')
  t.after(() => writers.stop())
  const starts: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await writers.progress(BETWEEN)
    await baton.kill()
    // Every other time the database goes with it.
    if (round % 2 === 1) await baton.killDatabase()
    starts.push(await baton.start())
  }
  await writers.progress(BETWEEN)
  await writers.stop()
  t.diagnostic(
    `${writers.acknowledged.length} acknowledged; ready after ${starts.map((milliseconds) => `${Math.round(milliseconds)} ms`).join(', ')}`,
  )
  assert.ok(Math.max(...starts) < READY_WITHIN)
  await assertKept(writers.acknowledged)
})

test('a request that is repeated after a restart is answered with what it made', async () => {
  const first = await writing(workspace, 'repeated-3')
  const { id } = (await first.json()) as { id: string }
  await baton.kill()
  await baton.start()
  const again = await writing(workspace, 'repeated-3')
  assert.equal(((await again.json()) as { id: string }).id, id)
  await assertKept([{ key: 'repeated-3', id }])
})

test('while the database is gone requests are told when to come back, and then it goes on with all that was acknowledged', async (t) => {
  const writers = startWriters(workspace, 'late')
  t.after(() => writers.stop())
  for (let round = 0; round < 2; round += 1) {
    await writers.progress(BETWEEN)
    const refused = writers.refusals.length
    await baton.killDatabase()
    assert.ok(await waitFor(() => writers.refusals.length > refused, { within: READY_WITHIN }))
    assert.ok(await waitFor(() => baton.isReady(), { within: READY_WITHIN }))
    await writers.progress(BETWEEN)
  }
  await writers.stop()
  const statuses = [...new Set(writers.refusals.map(({ status, retryAfter }) => `${status}, Retry-After: ${retryAfter}`))]
  t.diagnostic(`${writers.acknowledged.length} acknowledged, ${writers.refusals.length} refused`)
  assert.deepEqual(statuses, ['503, Retry-After: 2'])
  await assertKept(writers.acknowledged)
})
