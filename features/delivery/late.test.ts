import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

const day = [['09:00', '17:00']]
const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day }

// Monday 23 November; Lisbon is on UTC.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  return { baton, ann, ben }
}

const asks = async (baton: Baton, who: Someone, neededBy: unknown = { in: 2 }, more: object = {}) => {
  const body = {
    space: 'ops',
    kind: 'question',
    title: 'Rollback',
    body: 'Hm.',
    asks: [{ to: 'ben', verb: 'answer', text: 'Shall we?', neededBy, ...more }],
  }
  const answer = await baton.call(who, 'POST', '/threads', body)
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body.asks[0]
}
const mentions = (baton: Baton, who: Someone) =>
  baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Names', body: 'And @ben?' })
const calendar = (baton: Baton, who: Someone, more: object = {}) =>
  baton.call(who, 'PUT', `/people/${who.handle}/calendar`, { timeZone: 'Europe/Lisbon', weekly, ...more })
const whys = async (baton: Baton, who: Someone): Promise<string[]> =>
  (await baton.call(who, 'GET', '/inbox')).body.items.map(({ why }: { why: string }) => why).toSorted()
const mailsTo = (baton: Baton, who: Someone) => baton.mails.filter(({ to }) => to.includes(`${who.handle}@halyard.example`))

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

test('after an outage over the evening nothing is sent into the night; it comes with the next moment', async (t) => {
  const { baton, ann, ben } = await start(t)
  await asks(baton, ann)
  await baton.settle()
  // Nothing ran from ten in the morning until late in the evening.
  await at(baton, '2026-11-23T22:00:00Z')
  assert.deepEqual(await whys(baton, ben), [])
  assert.equal(mailsTo(baton, ben).length, 0)
  assert.equal((await baton.call(ben, 'GET', '/held')).body.nextDelivery, '2026-11-24T09:00:00Z')
  assert.equal(
    (await baton.call(ann, 'GET', '/asks?from=me')).body.items[0].deliverAt,
    '2026-11-24T09:00:00Z',
    'who asked sees when it comes now',
  )
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask'])
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('an outage within the day is made up for as long as the receiver is open, in one delivery', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  baton.clock.set('2026-11-24T15:00:00Z')
  await mentions(baton, ann)
  await at(baton, '2026-11-24T16:30:00Z')
  assert.deepEqual(await whys(baton, ben), ['mention', 'mention'])
  assert.equal(mailsTo(baton, ben).length, 1)
})

const halves = [
  ['09:00', '12:30'],
  ['14:00', '18:00'],
]
const splitDays = { weekly: { 1: halves, 2: halves, 3: halves, 4: halves, 5: halves } }

test('what could not come before a break comes with the next moment, not as soon as the break is over', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, splitDays)
  await at(baton, '2026-11-23T20:00:00Z')
  await mentions(baton, ann)
  await asks(baton, ann, { at: '2026-11-24T16:30:00Z' })
  await baton.settle()
  // Nothing ran from the evening until half an hour after the break.
  await at(baton, '2026-11-24T14:30:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask'], 'the next digest would leave it tight')
  assert.equal((await baton.call(ben, 'GET', '/held')).body.nextDelivery, '2026-11-24T16:00:00Z')
  await at(baton, '2026-11-24T16:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask', 'mention'])
  assert.equal(mailsTo(baton, ben).length, 2)
})

test('who takes no digests gets what could not come before a break as soon as it is over', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, { ...splitDays, deliveries: [] })
  await at(baton, '2026-11-23T20:00:00Z')
  await asks(baton, ann)
  await baton.settle()
  await at(baton, '2026-11-24T14:30:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask'])
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('who takes no digests gets asks when they are next open, and finds the rest in the app at once', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, { deliveries: [] })
  await baton.settle()
  baton.clock.set('2026-11-23T20:00:00Z')
  await asks(baton, ann)
  await mentions(baton, ann)
  await baton.settle()
  assert.deepEqual(await whys(baton, ben), ['mention'])
  assert.deepEqual((await baton.call(ben, 'GET', '/held')).body, {
    count: 1,
    nextDelivery: '2026-11-24T09:00:00Z',
    earliestDue: '2026-11-26T17:00:00Z',
    byReason: { ask: 1 },
  })
  assert.equal(baton.mails.length, 0)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask', 'mention'])
  assert.equal(mailsTo(baton, ben)[0]?.headers.get('subject'), '09:00 delivery: 1 new ask')
})

test('who takes no digests finds once in the app that what they asked was due', async (t) => {
  const { baton, ann } = await start(t)
  await calendar(baton, ann, { deliveries: [] })
  await baton.settle()
  const ask = await asks(baton, ann, { on: '2026-11-24' })
  for (const instant of ['2026-11-23T10:00:00Z', '2026-11-23T16:00:00Z', '2026-11-24T16:59:59Z']) await at(baton, instant)
  assert.deepEqual(await whys(baton, ann), [])
  await at(baton, '2026-11-24T17:00:00Z')
  assert.deepEqual(await whys(baton, ann), ['was due'])
  assert.equal(mailsTo(baton, ann).length, 0)
  await baton.call(ann, 'POST', `/asks/${ask.id}/needed-by`, { neededBy: { on: '2026-11-26' } })
  await at(baton, '2026-11-25T17:00:00Z')
  assert.deepEqual(await whys(baton, ann), [])
  await at(baton, '2026-11-26T17:00:00Z')
  assert.deepEqual(await whys(baton, ann), ['was due'])
  // Digests again: what the app has said is not said once more.
  await calendar(baton, ann)
  await at(baton, '2026-11-27T09:00:00Z')
  assert.deepEqual([await whys(baton, ann), mailsTo(baton, ann).length], [['was due'], 0])
})

test('asks of those who take no digests are looked for once a minute, and the next due is known from before', async (t) => {
  const { baton, ann } = await start(t)
  await calendar(baton, ann, { deliveries: [] })
  await asks(baton, ann, { at: '2026-11-23T10:01:30Z' })
  await baton.settle()
  const looks = async (instant: string): Promise<number> => {
    baton.clock.set(instant)
    return (await baton.statements(() => baton.settle())).filter((text) => text.includes('min(passing.due_at)')).length
  }
  assert.equal(await looks('2026-11-23T10:01:10Z'), 1)
  assert.equal(await looks('2026-11-23T10:01:20Z'), 0)
  assert.equal(await looks('2026-11-23T10:01:30Z'), 1, 'it was due, and what is next is looked for')
  assert.deepEqual(await whys(baton, ann), ['was due'])
  assert.equal(await looks('2026-11-23T10:02:20Z'), 0)
})

test('who is never open gets nothing pushed; it waits until they read it', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, { weekly: {} })
  await baton.settle()
  await asks(baton, ann, 'whenever')
  await mentions(baton, ann)
  await at(baton, '2026-12-23T12:00:00Z')
  assert.deepEqual((await baton.call(ben, 'GET', '/held')).body, {
    count: 2,
    nextDelivery: null,
    earliestDue: null,
    byReason: { ask: 1, mention: 1 },
  })
  await baton.call(ben, 'POST', '/held/read', {})
  assert.deepEqual(await whys(baton, ben), ['ask', 'mention'])
  assert.equal(baton.mails.length, 0)
})

test('an ask that the next digest would leave late comes at the first open instant instead', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, { deliveries: ['16:00'], focus: { blocks: [{ start: '2026-11-23T09:00:00Z', end: '2026-11-23T11:30:00Z' }] } })
  await baton.settle()
  const ask = await asks(baton, ann, { at: '2026-11-23T16:30:00Z' })
  assert.equal(ask.deliverAt, '2026-11-23T11:30:00Z', 'when their focus ends')
  await mentions(baton, ann)
  await at(baton, '2026-11-23T11:30:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask'])
  assert.equal(mailsTo(baton, ben).length, 1)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask', 'mention'])
  assert.equal(mailsTo(baton, ben).length, 2)
})

test('when hours change, what has not come is planned anew', async (t) => {
  const { baton, ann, ben } = await start(t)
  await asks(baton, ann)
  await mentions(baton, ann)
  await baton.settle()
  await calendar(baton, ben, { deliveries: ['13:00'], weekly: { ...weekly, 1: [['09:00', '14:00']] } })
  await baton.settle()
  assert.equal((await baton.call(ben, 'GET', '/held')).body.nextDelivery, '2026-11-23T13:00:00Z')
  await at(baton, '2026-11-23T13:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask', 'mention'])
  await at(baton, '2026-11-24T12:59:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('somebody who goes away gets what waits when they are back', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  await calendar(baton, ben, { away: [{ from: '2026-11-23', to: '2026-11-27' }] })
  await at(baton, '2026-11-27T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 0)
  await at(baton, '2026-11-30T09:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['mention'])
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('who is deactivated gets nothing, and again when they are back', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  await baton.call(ann, 'PATCH', '/people/ben', { active: false })
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 0)
  await baton.call(ann, 'PATCH', '/people/ben', { active: true })
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('what is urgent comes at once to whoever is at work, in focus or not; to others it comes as timely', async (t) => {
  const { baton, ann, ben } = await start(t)
  await calendar(baton, ben, { focus: { blocks: [{ start: '2026-11-23T09:00:00Z', end: '2026-11-23T12:00:00Z' }] } })
  await baton.settle()
  await asks(baton, ann, { in: 0 }, { attention: 'urgent', reason: 'Customers cannot sign in.' })
  await mentions(baton, ann)
  await baton.settle()
  assert.deepEqual(await whys(baton, ben), ['ask'])
  assert.equal(mailsTo(baton, ben).length, 1)
  assert.equal(mailsTo(baton, ben)[0]?.headers.get('subject'), 'Urgent: Ann Mori asks you now')
  assert.match(mailsTo(baton, ben)[0]?.text ?? '', /Customers cannot sign in\./)
  baton.clock.set('2026-11-23T21:00:00Z')
  await baton.settle()
  const before = mailsTo(baton, ben).length
  await asks(baton, ann, { in: 0 }, { attention: 'urgent', reason: 'Again.' })
  await baton.settle()
  assert.equal(mailsTo(baton, ben).length, before)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(mailsTo(baton, ben).length, before + 1)
})

test('what was urgent when it was sent is there when the worker is back, however late; its mail waits for the day', async (t) => {
  const { baton, ann, ben } = await start(t)
  await asks(baton, ann, { in: 0 }, { attention: 'urgent', reason: 'Customers cannot sign in.' })
  // Nothing ran until late in the evening.
  await at(baton, '2026-11-23T22:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['ask'])
  assert.equal(mailsTo(baton, ben).length, 0)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
})

test('an open ask is listed once more on the day it is due, and that alone makes a delivery', async (t) => {
  const { baton, ann, ben } = await start(t)
  await asks(baton, ann, { on: '2026-11-26' })
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-25T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
  await at(baton, '2026-11-26T09:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 2)
  assert.equal(mailsTo(baton, ben)[1]?.headers.get('subject'), '09:00 delivery: 1 ask due today')
  await at(baton, '2026-11-26T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 2)
})

test('who asked hears once, in their next digest, that it was due; the owner is not pushed', async (t) => {
  const { baton, ann, ben } = await start(t)
  const ask = await asks(baton, ann, { on: '2026-11-24' })
  for (const instant of ['2026-11-23T16:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z', '2026-11-24T17:30:00Z'])
    await at(baton, instant)
  const toBen = mailsTo(baton, ben).length
  assert.deepEqual(await whys(baton, ann), [])
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual(await whys(baton, ann), ['was due'])
  assert.equal(mailsTo(baton, ann).at(-1)?.headers.get('subject'), '09:00 delivery: 1 ask was due')
  await at(baton, '2026-11-25T16:00:00Z')
  assert.equal(mailsTo(baton, ann).length, 1)
  assert.equal(mailsTo(baton, ben).length, toBen)
  await baton.call(ann, 'POST', `/asks/${ask.id}/needed-by`, { neededBy: { on: '2026-11-27' } })
  assert.deepEqual(await whys(baton, ann), [], 'it is due at another time now')
  for (const instant of ['2026-11-27T16:00:00Z', '2026-11-30T09:00:00Z']) await at(baton, instant)
  assert.deepEqual(await whys(baton, ann), ['was due'])
})

test('a delivery that fails for one person keeps nobody else waiting', async (t) => {
  const { baton, ann, ben } = await start(t)
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Names', body: 'And @ben? And @cleo?' })
  await baton.settle()
  // What is stored of Ben's hours cannot be read.
  const kept = await baton.db.selectFrom('calendars').selectAll().where('person_id', '=', ben.id).executeTakeFirstOrThrow()
  await baton.db
    .updateTable('calendars')
    .set({ calendar: '{"weekly": 5}', version: kept.version + 1 })
    .where('person_id', '=', ben.id)
    .execute()
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await whys(baton, cleo), ['mention'])
  assert.equal(mailsTo(baton, cleo).length, 1)
  assert.ok(baton.faults.length > 0)
  await baton.db
    .updateTable('calendars')
    .set({ calendar: JSON.stringify(kept.calendar), version: kept.version + 2 })
    .where('person_id', '=', ben.id)
    .execute()
  await at(baton, '2026-11-23T16:02:00Z')
  assert.deepEqual(await whys(baton, ben), ['mention'])
})

test('with new rules for the world’s clocks, what has not come is planned anew at start', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await baton.settle()
  const moment = Temporal.Instant.from('2026-11-23T15:00:00Z')
  await baton.db.updateTable('delivery_moments').set({ due_at: moment }).where('person_id', '=', ben.id).execute()
  await baton.db.updateTable('inbox_items').set({ deliver_at: moment }).execute()
  await baton.db.updateTable('planned_with').set({ time_zones: '1999a' }).execute()
  await baton.restartWorker()
  await baton.settle()
  assert.equal((await baton.call(ben, 'GET', '/held')).body.nextDelivery, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-23T15:00:00Z')
  assert.deepEqual(await whys(baton, ben), [])
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await whys(baton, ben), ['mention'])
})

test('who takes digests again is not brought what stood in the app for them all along', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  await calendar(baton, ben, { deliveries: [] })
  await baton.settle()
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Names', body: 'Words.' })
  await baton.settle()
  assert.equal((await baton.call(ben, 'GET', '/inbox/threads')).body.items.length, 1)
  await calendar(baton, ben)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 0)
  assert.equal((await baton.call(ben, 'GET', '/inbox/threads')).body.items.length, 1)
})

test('somebody who came by an import is reached from their first act on', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.db.deleteFrom('delivery_moments').where('person_id', '=', ben.id).execute()
  await baton.db.deleteFrom('read_floors').where('person_id', '=', ben.id).execute()
  const opened = await baton.call(ben, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Names', body: 'Words.' })
  await baton.settle()
  await baton.call(ann, 'POST', `/threads/${opened.body.number}/posts`, { body: 'One.' })
  await baton.call(ann, 'POST', `/threads/${opened.body.number}/posts`, { body: 'Two.' })
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
})
