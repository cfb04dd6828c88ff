import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.call(ann, 'PUT', '/spaces/ops/members/ben', {})
  await baton.settle()
  return { baton, ann, ben, cleo }
}

const opens = async (baton: Baton, who: Someone, more: object = {}) =>
  (await baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?', ...more })).body
const posts = (baton: Baton, who: Someone, number: number, body: string) => baton.call(who, 'POST', `/threads/${number}/posts`, { body })

/** What the next digest brings somebody: why for each item, and for each followed thread its number and how many posts. */
async function digestOf(baton: Baton, who: Someone): Promise<{ items: string[]; threads: [number, number][] }> {
  baton.clock.set('2026-11-23T16:00:00Z')
  await baton.settle()
  const items = (await baton.call(who, 'GET', '/inbox')).body.items.map(({ why }: { why: string }) => why)
  const threads = (await baton.call(who, 'GET', '/inbox/threads')).body.items.map((thread: { number: number; posts: number }) => [
    thread.number,
    thread.posts,
  ])
  return { items: items.toSorted(), threads }
}

test('a member of a space begins at named: announcements come, other threads do not', async (t) => {
  const { baton, ann, ben } = await start(t)
  await opens(baton, ann)
  const news = await opens(baton, ann, { kind: 'announcement', title: 'New office' })
  await posts(baton, ann, news.number, 'A detail, which is no announcement.')
  assert.deepEqual(await digestOf(baton, ben), { items: [], threads: [[news.number, 1]] })
})

test('whoever joins is brought what is written from that instant on, and nothing from before', async (t) => {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  await opens(baton, ann)
  baton.clock.set('2026-11-23T10:00:01Z')
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const numbers: number[] = []
  for (let index = 0; index < 12; index += 1) numbers.push((await opens(baton, ann)).number)
  const { threads } = await digestOf(baton, ben)
  assert.deepEqual(
    threads.map(([number]) => number).toSorted((a, b) => a - b),
    numbers,
  )
})

test('who is no member hears of nothing but what names them', async (t) => {
  const { baton, ann, cleo } = await start(t)
  await opens(baton, ann, { kind: 'announcement', title: 'New office' })
  await opens(baton, ann, { body: 'Perhaps @cleo knows.' })
  assert.deepEqual(await digestOf(baton, cleo), { items: ['mention'], threads: [] })
})

test('a space at digest brings every new post of others in it', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const { number } = await opens(baton, ann)
  await posts(baton, ben, number, 'I would wait.')
  await posts(baton, cleo, number, 'So would I.')
  await posts(baton, ann, number, 'Then we wait.')
  const { items, threads } = await digestOf(baton, ben)
  assert.deepEqual(items, ['reply'])
  assert.deepEqual(threads, [[number, 1]], 'not their own post, nor what they answered, nor the reply that is an item')
})

test('whoever wrote in a thread follows it, and the thread’s level beats the space’s', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const { number } = await opens(baton, ann)
  await posts(baton, ben, number, 'I would wait.')
  await posts(baton, ann, number, 'Why?')
  await posts(baton, cleo, number, 'Because of Friday.')
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'quiet' })
  assert.deepEqual(await digestOf(baton, ben), { items: ['reply'], threads: [[number, 1]] })
})

test('named in a thread brings what names me and not the rest', async (t) => {
  const { baton, ann, ben } = await start(t)
  const { number } = await opens(baton, ann, { body: 'Ask @ben.' })
  await baton.call(ben, 'PUT', `/threads/${number}/follow`, { level: 'named' })
  await posts(baton, ann, number, 'More for all.')
  await posts(baton, ann, number, 'And this is for @ben.')
  assert.deepEqual(await digestOf(baton, ben), { items: ['mention', 'mention'], threads: [] })
})

test('quiet hides everything but asks', async (t) => {
  const { baton, ann, ben } = await start(t)
  const { number } = await opens(baton, ann, { kind: 'announcement' })
  await baton.call(ben, 'PUT', `/threads/${number}/follow`, { level: 'quiet' })
  await posts(baton, ann, number, 'For @ben.')
  await baton.call(ann, 'POST', `/threads/${number}/posts`, {
    body: 'Please.',
    asks: [{ to: 'ben', verb: 'review', text: 'Is it right?', neededBy: { in: 2 } }],
  })
  assert.deepEqual(await digestOf(baton, ben), { items: ['ask'], threads: [] })
})

test('what a reader has opened, and what was deleted, is not counted as new', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const { number } = await opens(baton, ann)
  await posts(baton, ann, number, 'Two.')
  const gone = await posts(baton, ann, number, 'Three.')
  await posts(baton, ann, number, 'Four.')
  await baton.call(ann, 'DELETE', `/posts/${gone.body.id}`)
  await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 2 })
  assert.deepEqual(await digestOf(baton, ben), { items: [], threads: [[number, 1]] })
})

test('a post that is written while another’s transaction is still open is neither lost nor doubled', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const { number } = await opens(baton, ann)
  await digestOf(baton, ben)
  await baton.call(ben, 'POST', '/inbox/clear', {})
  baton.clock.set('2026-11-24T08:00:00Z')
  await posts(baton, ann, number, 'Recorded before the moment.')
  // It waits in the outbox of a slower transaction: seen only after the digest has gone.
  const [late] = await baton.db.selectFrom('outbox').selectAll().execute()
  await baton.db.deleteFrom('outbox').execute()
  baton.clock.set('2026-11-24T09:00:00Z')
  await baton.settle()
  assert.deepEqual((await baton.call(ben, 'GET', '/inbox/threads')).body.items, [])
  await baton.db
    .insertInto('outbox')
    .values({ workspace_id: 1, event_id: late?.event_id ?? '', recorded_at: late?.recorded_at ?? baton.clock.now() })
    .execute()
  await baton.settle()
  baton.clock.set('2026-11-24T16:00:00Z')
  await baton.settle()
  assert.deepEqual(
    (await baton.call(ben, 'GET', '/inbox/threads')).body.items.map((thread: { posts: number }) => thread.posts),
    [1],
  )
})
