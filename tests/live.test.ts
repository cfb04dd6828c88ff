import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { sql } from 'kysely'
import { waitFor } from '#platform/process/processes.ts'
import { type Baton, type Someone, startBaton, testUrl } from '#app/testing/harness.ts'

interface Told {
  readonly id: number
  readonly keys: string[]
}

/** Opens a stream; `told` reads everything that has been written to it by now. */
async function listen(baton: Baton, who: Someone, since?: number) {
  const headers = {
    host: 'localhost:3000',
    authorization: `Bearer ${who.token}`,
    ...(since === undefined ? {} : { 'last-event-id': String(since) }),
  }
  const response = await baton.app.hono.request(`${testUrl}/api/v1/live`, { headers })
  assert.equal(response.status, 200)
  const reader = response.body?.getReader()
  assert.ok(reader)
  let ended = false
  let pending: ReturnType<typeof reader.read> | null = null
  let text = ''
  async function told(): Promise<Told[]> {
    for (;;) {
      pending ??= reader!.read()
      const next = await Promise.race([pending, new Promise<null>((resolve) => setImmediate(() => setImmediate(() => resolve(null))))])
      if (next === null) break
      pending = null
      if (next.done) {
        ended = true
        break
      }
      text += Buffer.from(next.value).toString()
    }
    const messages = [...text.matchAll(/id: (\d+)\ndata: (.*)\n\n/g)].map(([, id, data]) => ({
      id: Number(id),
      keys: JSON.parse(data ?? '').keys,
    }))
    text = ''
    return messages
  }
  return { told, isEnded: () => ended, opening: text }
}

async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T11:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'board', name: 'Board', purpose: '', visibility: 'private' })
  await baton.settle()
  const open = async (who: Someone, more: object = {}) =>
    (await baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?', ...more })).body
  return { baton, ann, ben, cleo, open }
}

const keysOf = (told: readonly Told[]): string[] => told.flatMap(({ keys }) => keys)

test('who does not follow a thread is told of it at once, once for a batch', async (t) => {
  const { baton, ann, cleo, open } = await start(t)
  const { told } = await listen(baton, cleo)
  await told()
  const thread = await open(ann)
  await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: 'We could roll back.' })
  await baton.settle()
  const messages = await told()
  assert.equal(messages.length, 1)
  assert.deepEqual(messages[0]?.keys.toSorted(), ['space:ops', 'thread:1'])
})

test('for whom something in a thread is held, there is no key of it until it is delivered; their own acts are told', async (t) => {
  const { baton, ann, ben, open } = await start(t)
  const { told } = await listen(baton, ben)
  const thread = await open(ann, { asks: [{ to: 'ben', verb: 'answer', text: 'Shall we?', neededBy: { in: 2 } }] })
  await baton.settle()
  assert.deepEqual(keysOf(await told()), [])
  await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: '@ben there is more.' })
  await baton.settle()
  assert.deepEqual(keysOf(await told()), [])
  await baton.call(ben, 'POST', `/threads/${thread.number}/posts`, { body: 'I looked already.' })
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['space:ops', 'thread:1'])
  baton.clock.set('2026-11-23T16:00:00Z')
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['held', 'inbox', 'thread:1', 'today'])
})

test('a reaction is a key of its thread', async (t) => {
  const { baton, ann, ben, cleo, open } = await start(t)
  const thread = await open(ann)
  await baton.settle()
  const { told } = await listen(baton, cleo)
  const post = thread.posts.items[0].id
  await baton.call(ben, 'PUT', `/posts/${post}/reactions/${encodeURIComponent('👍')}`)
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['space:ops', 'thread:1'])
  await baton.call(ben, 'DELETE', `/posts/${post}/reactions/${encodeURIComponent('👍')}`)
  await baton.call(ben, 'DELETE', `/posts/${post}/reactions/${encodeURIComponent('👍')}`)
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['space:ops', 'thread:1'])
})

test('a split is a key of both threads', async (t) => {
  const { baton, ann, cleo, open } = await start(t)
  const thread = await open(ann)
  const { body: post } = await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: 'Another matter.' })
  await baton.settle()
  const { told } = await listen(baton, cleo)
  await baton.call(ann, 'POST', `/threads/${thread.number}/split`, { title: 'Apart', posts: [post.id] })
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['space:ops', 'thread:1', 'thread:2'])
})

test('what one may not see has no key', async (t) => {
  const { baton, ann, cleo } = await start(t)
  const { told } = await listen(baton, cleo)
  await baton.call(ann, 'POST', '/threads', { space: 'board', kind: 'discussion', title: 'Salaries', body: 'Quietly.' })
  await baton.settle()
  assert.deepEqual(keysOf(await told()), [])
})

test('a stream goes on where the last one ended', async (t) => {
  const { baton, ann, cleo, open } = await start(t)
  const first = await listen(baton, cleo)
  await open(ann)
  await baton.settle()
  const last = (await first.told()).at(-1)?.id
  assert.ok(last)
  await open(ann)
  await baton.settle()
  const again = await listen(baton, cleo, last)
  assert.deepEqual(keysOf(await again.told()).toSorted(), ['space:ops', 'thread:2'])
  const upToDate = await listen(baton, cleo)
  assert.deepEqual(await upToDate.told(), [])
})

test('a stream ends with the token it was opened with, and with the person', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const tokens = await baton.call(ben, 'POST', '/tokens', { name: 'screen', scopes: ['read'] })
  const stream = await listen(baton, { ...ben, token: tokens.body.token ?? tokens.body.secret })
  const other = await listen(baton, cleo)
  const { id } = (await baton.call(ben, 'GET', '/tokens')).body.items.find(({ name }: { name: string }) => name === 'screen')
  await baton.call(ben, 'DELETE', `/tokens/${id}`)
  await baton.call(ann, 'PATCH', '/people/cleo', { active: false })
  await baton.settle()
  await stream.told()
  await other.told()
  assert.equal(stream.isEnded(), true)
  assert.equal(other.isEnded(), true)
})

test('all streams of a person end with what ends sessions of theirs; whose session holds opens the next', async (t) => {
  const { baton, ben, cleo } = await start(t)
  const [stream, another] = [await listen(baton, ben), await listen(baton, cleo)]
  const signedIn = await baton.call(null, 'POST', '/sign-in', { email: 'ben@halyard.example', password: 'seven quiet lanterns' })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  assert.equal((await baton.call(null, 'DELETE', '/sessions', undefined, { cookie })).status, 200)
  await baton.settle()
  for (const { told } of [stream, another]) await told()
  assert.deepEqual([stream.isEnded(), another.isEnded()], [true, false])
})

test('somebody who opens stream after stream keeps the newest ten', async (t) => {
  const { baton, ben } = await start(t)
  const streams = []
  for (let count = 0; count < 12; count += 1) streams.push(await listen(baton, ben))
  for (const { told } of streams) await told()
  assert.deepEqual(
    streams.map(({ isEnded }) => isEnded()),
    [true, true, ...Array.from({ length: 10 }, () => false)],
  )
})

test('of an offered shift the inbox hears when it is delivered, and again when it is taken back', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ann, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await baton.call(ann, 'PUT', '/rotations/pager/members/ben')
  const turn = { person: 'ann', start: '2026-11-26T08:00:00Z', end: '2026-11-26T20:00:00Z' }
  const { id } = (await baton.call(ann, 'POST', '/rotations/pager/shifts', turn)).body
  await baton.settle()
  const { told } = await listen(baton, ben)
  await told()
  const { swap } = (await baton.call(ann, 'POST', `/shifts/${id}/swaps`, { to: 'ben' })).body
  await baton.settle()
  assert.deepEqual(keysOf(await told()), ['rotations'])
  baton.clock.set('2026-11-23T16:00:00Z')
  await baton.settle()
  assert.deepEqual(keysOf(await told()), ['inbox', 'today', 'held'])
  await baton.call(ann, 'POST', `/swaps/${swap.id}/decline`)
  await baton.settle()
  assert.deepEqual(keysOf(await told()).toSorted(), ['inbox', 'rotations'])
})

test('what happens while a stream is being gone on with is told on it', async (t) => {
  const { baton, ann, cleo, open } = await start(t)
  const first = await open(ann)
  await baton.settle()
  const waits = sql<{ yes: boolean }>`select exists (select from pg_locks where not granted and relation = 'deliveries'::regclass) as yes`
  const opening = await baton.db.transaction().execute(async (tx) => {
    // Whoever goes on with a stream looks there.
    await sql`lock table deliveries in access exclusive mode`.execute(tx)
    const stream = listen(baton, cleo, 1)
    assert.ok(await waitFor(async () => (await waits.execute(tx)).rows[0]?.yes === true, { within: 10_000 }))
    await open(ann)
    await baton.settle()
    return { stream }
  })
  const { told } = await opening.stream
  const keys = keysOf(await told())
  for (const number of [first.number, first.number + 1]) assert.ok(keys.includes(`thread:${number}`), keys.join(' '))
})
