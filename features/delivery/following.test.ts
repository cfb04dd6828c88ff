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

test('whoever is asked in a thread, has it passed on to them or decides there follows it, unless they chose otherwise', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const ask = { verb: 'answer', text: 'Shall we?', neededBy: { in: 5 } }
  const asked = await opens(baton, ann, { asks: [{ to: 'ben', ...ask }] })
  const quiet = await opens(baton, ann, { title: 'Quiet' })
  await baton.call(ben, 'PUT', `/threads/${quiet.number}/follow`, { level: 'quiet' })
  const again = await baton.call(ann, 'POST', `/threads/${quiet.number}/posts`, { body: 'Well?', asks: [{ to: 'ben', ...ask }] })
  await baton.call(ann, 'POST', `/asks/${again.body.asks[0].id}/pass`, { to: 'cleo', note: '' })
  const led = await opens(baton, ann, { title: 'Led', dri: 'ben' })
  for (const { number } of [asked, quiet, led]) await posts(baton, ann, number, 'A detail.')
  const { items, threads } = await digestOf(baton, ben)
  assert.deepEqual(items, ['ask', 'mention'])
  assert.deepEqual(
    new Map(threads),
    new Map([
      [asked.number, 1],
      [led.number, 2],
    ]),
  )
  assert.deepEqual(
    (await baton.call(cleo, 'GET', '/inbox/threads')).body.items.map(({ number }: { number: number }) => number),
    [quiet.number],
  )
  const followers = (await baton.call(ann, 'GET', `/threads/${asked.number}/followers`)).body.items
  assert.deepEqual(
    followers.map(({ handle }: { handle: string }) => handle),
    ['ann', 'ben'],
  )
})

test('whoever would be on call follows nothing before they have it', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })
  await baton.call(ann, 'PUT', '/rotations/duty/members/ben')
  const turn = { person: 'ben', start: '2026-11-23T09:00:00Z', end: '2026-11-24T09:00:00Z' }
  assert.equal((await baton.call(ann, 'POST', '/rotations/duty/shifts', turn)).status, 201)
  const { number, asks } = await opens(baton, ann, { asks: [{ to: 'duty', verb: 'answer', text: 'Shall we?', neededBy: { in: 5 } }] })
  assert.equal(asks[0].owner.handle, 'ben')
  assert.equal((await baton.call(ben, 'GET', `/threads/${number}`)).body.follow, 'named')
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
