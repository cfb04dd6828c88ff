import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  return { baton, ann, ben }
}

interface Item {
  readonly id: string
  readonly why: string
  readonly state: string
  readonly until: string | null
  readonly title: string
}

const itemsOf = async (baton: Baton, who: Someone, state = 'open'): Promise<Item[]> =>
  (await baton.call(who, 'GET', `/inbox?state=${state}`)).body.items
const mentions = (baton: Baton, who: Someone, title = 'Names') =>
  baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title, body: 'And @ben?' })
const asks = async (baton: Baton, who: Someone, verb = 'answer') =>
  (
    await baton.call(who, 'POST', '/threads', {
      space: 'ops',
      kind: 'question',
      title: 'Rollback',
      body: 'Hm.',
      asks: [
        {
          to: 'ben',
          verb,
          text: 'Extend the plan',
          neededBy: { in: 3 },
        },
      ],
    })
  ).body.asks[0]

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

test('an item is marked done and taken up again', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  const [item] = await itemsOf(baton, ben)
  const done = await baton.call(ben, 'PUT', `/inbox/${item?.id}`, { state: 'done' })
  assert.equal(done.body.state, 'done')
  assert.deepEqual(await itemsOf(baton, ben), [])
  assert.equal((await itemsOf(baton, ben, 'done')).length, 1)
  await baton.call(ben, 'POST', '/inbox/clear', {})
  await baton.call(ben, 'PUT', `/inbox/${item?.id}`, { state: 'open' })
  assert.equal((await itemsOf(baton, ben)).length, 1)
})

test('nobody changes what is not theirs, is still held, or does not exist', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  const held = await baton.db.selectFrom('inbox_items').select('id').executeTakeFirstOrThrow()
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${held.id}`, { state: 'done' })).status, 404)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal((await baton.call(ann, 'PUT', `/inbox/${held.id}`, { state: 'done' })).status, 404)
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${crypto.randomUUID()}`, { state: 'done' })).status, 404)
})

test('something snoozed comes back at its moment, or when one is next open', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann, 'One')
  await mentions(baton, ann, 'Two')
  await at(baton, '2026-11-23T16:00:00Z')
  const items = await itemsOf(baton, ben)
  const [one, two] = ['One', 'Two'].map((title) => items.find((item) => item.title === title)?.id)
  const snoozed = await baton.call(ben, 'PUT', `/inbox/${one}`, { state: 'snoozed', until: '2026-11-23T16:30:00Z' })
  assert.equal(snoozed.body.until, '2026-11-23T16:30:00Z')
  const later = await baton.call(ben, 'PUT', `/inbox/${two}`, { state: 'snoozed', until: '2026-11-23T20:00:00Z' })
  assert.equal(later.body.until, '2026-11-24T09:00:00Z', 'the evening is not theirs')
  assert.deepEqual(await itemsOf(baton, ben), [])
  assert.equal((await itemsOf(baton, ben, 'snoozed')).length, 2)
  await baton.call(ben, 'POST', '/inbox/clear', {})
  await at(baton, '2026-11-23T16:30:00Z')
  assert.deepEqual(
    (await itemsOf(baton, ben)).map(({ title }) => title),
    ['One'],
    'what was put off is not cleared away',
  )
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal((await itemsOf(baton, ben)).length, 2)
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${one}`, { state: 'snoozed', until: '2026-11-24T08:00:00Z' })).status, 422)
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${one}`, { state: 'snoozed' })).status, 422)
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${one}`, { state: 'done', until: '2026-11-25T08:00:00Z' })).status, 422)
})

test('clearing marks everything read that was delivered, keeps open asks, and touches nothing that is held', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  const ask = await asks(baton, ann)
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'More.' })
  await at(baton, '2026-11-23T16:00:00Z')
  await mentions(baton, ann, 'Held')
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Held, too.' })
  await baton.settle()
  const cleared = await baton.call(ben, 'POST', '/inbox/clear', {})
  assert.deepEqual(
    cleared.body.kept.map((item: { ask: { id: string } }) => item.ask.id),
    [ask.id],
  )
  assert.deepEqual(
    (await itemsOf(baton, ben)).map(({ why }) => why),
    ['ask'],
  )
  assert.deepEqual((await baton.call(ben, 'GET', '/inbox/threads')).body.items, [])
  assert.deepEqual((await baton.call(ben, 'GET', '/held')).body.byReason, { mention: 1, post: 1 })
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual((await itemsOf(baton, ben)).map(({ why }) => why).toSorted(), ['ask', 'mention'])
  assert.equal((await baton.call(ben, 'GET', '/inbox/threads')).body.items[0].posts, 1)
})

test('clearing up to where the inbox was seen leaves what was delivered since, however late and often it comes', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  await mentions(baton, ann)
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'More.' })
  await at(baton, '2026-11-23T16:00:00Z')
  const { through } = (await baton.call(ben, 'GET', '/inbox')).body
  await mentions(baton, ann, 'Since')
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Since, too.' })
  await at(baton, '2026-11-24T09:00:00Z')
  for (const key of ['a', 'a', 'b']) {
    const cleared = await baton.call(ben, 'POST', '/inbox/clear', { through }, { 'idempotency-key': key })
    assert.equal(cleared.status, 200)
    const titles = (await itemsOf(baton, ben)).map(({ title }) => title)
    assert.deepEqual(titles, ['Since'])
    assert.equal((await baton.call(ben, 'GET', '/inbox/threads')).body.items[0].posts, 1)
  }
  assert.equal((await baton.call(ben, 'POST', '/inbox/clear', { through: 0 })).status, 200)
  assert.equal((await itemsOf(baton, ben)).length, 1, 'what was cleared once stays so')
  await baton.call(ben, 'POST', '/inbox/clear', { through: through + 1_000 })
  assert.deepEqual(await itemsOf(baton, ben), [])
  assert.equal((await baton.call(ben, 'POST', '/inbox/clear', { through: -1 })).status, 422)
})

test('those who take no digests clear up to where they saw as well', async (t) => {
  const { baton, ann, ben } = await start(t)
  const { body: calendar } = await baton.call(ben, 'GET', '/people/me/calendar')
  const put = await baton.call(ben, 'PUT', '/people/me/calendar', { timeZone: calendar.timeZone, weekly: calendar.weekly, deliveries: [] })
  assert.equal(put.status, 200)
  await mentions(baton, ann)
  await baton.settle()
  const { through, items } = (await baton.call(ben, 'GET', '/inbox')).body
  assert.equal(items.length, 1)
  await mentions(baton, ann, 'Since')
  await baton.settle()
  await baton.call(ben, 'POST', '/inbox/clear', { through })
  assert.deepEqual(
    (await itemsOf(baton, ben)).map(({ title }) => title),
    ['Since'],
  )
})

test('clearing at the very position of the last delivery hides nothing that comes later', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  await baton.call(ben, 'POST', '/inbox/clear', {})
  await baton.call(ben, 'POST', '/inbox/clear', {})
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal((await itemsOf(baton, ben)).length, 1)
})

test('done settles an ask to do something; other open asks are refused', async (t) => {
  const { baton, ann, ben } = await start(t)
  const todo = await asks(baton, ann, 'do')
  await asks(baton, ann, 'answer')
  await at(baton, '2026-11-23T16:00:00Z')
  const items = (await baton.call(ben, 'GET', '/inbox')).body.items
  const itemOf = (verb: string): string => items.find((item: { ask: { verb: string } }) => item.ask.verb === verb).id
  const done = await baton.call(ben, 'PUT', `/inbox/${itemOf('do')}`, { state: 'done' })
  assert.deepEqual([done.body.state, done.body.ask.state], ['done', 'answered'])
  assert.equal((await baton.call(ann, 'GET', `/asks/${todo.id}`)).body.state, 'answered')
  const refused = await baton.call(ben, 'PUT', `/inbox/${itemOf('answer')}`, { state: 'done' })
  assert.deepEqual([refused.status, refused.body.code], [409, 'ask.open'])
  assert.equal((await baton.call(ben, 'PUT', `/inbox/${itemOf('do')}`, { state: 'open' })).status, 409)
  const snoozed = await baton.call(ben, 'PUT', `/inbox/${itemOf('answer')}`, { state: 'snoozed', until: '2026-11-24T12:00:00Z' })
  assert.equal(snoozed.body.state, 'snoozed')
  assert.equal((await baton.call(ben, 'GET', '/today')).body.needsYou.length, 1, 'an ask put off is still an ask')
})

test('reading a thread deals with what names one there; snoozed after that, it still comes back', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  const [item] = await itemsOf(baton, ben)
  await baton.call(ben, 'PUT', '/threads/1/read', { seq: 1 })
  assert.deepEqual(await itemsOf(baton, ben), [])
  await baton.call(ben, 'PUT', `/inbox/${item?.id}`, { state: 'snoozed', until: '2026-11-23T16:30:00Z' })
  await at(baton, '2026-11-23T16:30:00Z')
  assert.equal((await itemsOf(baton, ben)).length, 1)
})

test('an ask that is passed on leaves one inbox and comes into the other at its own moment', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.person({ handle: 'cleo' })
  const cleo = await baton.person({ handle: 'dora', timeZone: 'Asia/Kolkata' })
  const ask = await asks(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal((await itemsOf(baton, ben)).length, 1)
  await baton.call(ben, 'POST', `/asks/${ask.id}/pass`, { to: 'dora', note: 'You know this.' })
  await baton.settle()
  assert.deepEqual(await itemsOf(baton, ben), [])
  assert.deepEqual(await itemsOf(baton, cleo), [])
  await at(baton, '2026-11-24T03:30:00Z')
  assert.deepEqual(
    (await itemsOf(baton, cleo)).map(({ why }) => why),
    ['ask'],
  )
})

test('a list goes on where it ended', async (t) => {
  const { baton, ann, ben } = await start(t)
  for (const title of ['One', 'Two', 'Three']) await mentions(baton, ann, title)
  await at(baton, '2026-11-23T16:00:00Z')
  const first = await baton.call(ben, 'GET', '/inbox?limit=2')
  const second = await baton.call(ben, 'GET', `/inbox?limit=2&after=${first.body.next}`)
  const titles = [...first.body.items, ...second.body.items].map(({ title }: Item) => title)
  assert.deepEqual(titles.toSorted(), ['One', 'Three', 'Two'])
  assert.equal(second.body.next, null)
  assert.equal((await baton.call(ben, 'GET', '/inbox?after=nonsense')).status, 422)
  const threads = await baton.call(ben, 'GET', '/inbox/threads?after=nonsense')
  assert.equal(threads.status, 422)
})
