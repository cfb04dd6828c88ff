import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { markDelivered } from './commands/mark-delivered.ts'

const SENT = '2026-11-23T19:00:00Z'
let baton: Baton
let ann: Someone
let bo: Someone
let caio: Someone

before(async () => {
  baton = await startBaton({ at: SENT })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  caio = await baton.person({ handle: 'caio', name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  await baton.person({ handle: 'dee', name: 'Dee', timeZone: 'Europe/Lisbon' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.person({ handle: 'gil', role: 'guest', spaces: ['ops'] })
})
beforeEach(() => baton.clock.set(SENT))
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

async function ask(more: object = {}, space = 'ops'): Promise<string> {
  const { body } = await baton.call(ann, 'POST', '/threads', {
    space,
    title: 'Which?',
    body: 'Two stand.',
    asks: [{ to: 'bo', verb: 'decide', text: 'Choose.', ...more }],
  })
  return body.asks[0].id
}

const act = (who: Someone, id: string, how: string, body: object = {}): Promise<Answer> =>
  baton.call(who, 'POST', `/asks/${id}/${how}`, body)
const deliver = (id: string) => baton.db.transaction().execute((tx) => markDelivered(tx, 1, { askIds: [id], at: baton.clock.now() }))

test('a passed ask is due in the new calendar as if it had been sent there at first, and comes from the passing on', async () => {
  const id = await ask({ neededBy: { in: 2 } })
  baton.clock.set('2026-11-24T04:00:00Z')
  await deliver(id)
  baton.clock.set('2026-11-24T10:00:00Z')
  const { body } = await act(bo, id, 'pass', { to: 'caio', note: 'Yours, by the contract.' })
  // Sent at 16:00 in São Paulo, a working day there: two more end on the 25th at 17:00.
  assert.deepEqual(
    [body.due, body.firstDue, body.deliverAt, body.deliveredAt],
    ['2026-11-25T20:00:00Z', '2026-11-26T11:30:00Z', '2026-11-24T12:00:00Z', null],
  )
  assert.deepEqual([body.state, body.to.handle, body.owner.handle, body.tight, body.unreachable], ['open', 'bo', 'caio', false, false])
  assert.deepEqual(body.passes, [
    {
      from: { handle: 'bo', name: 'Bo Rao' },
      to: { handle: 'caio', name: 'Caio Lima' },
      by: { handle: 'bo', name: 'Bo Rao' },
      note: 'Yours, by the contract.',
      at: '2026-11-24T10:00:00Z',
    },
  ])
  assert.equal((await act(bo, id, 'answer', { body: 'Mine after all.' })).status, 403)
  assert.equal((await act(caio, id, 'answer', { body: 'The second.' })).status, 200)
})

test('passed when it is almost or already due, it says so', async () => {
  const late = await ask({ neededBy: { in: 0 } })
  baton.clock.set('2026-11-24T11:00:00Z')
  // Due in São Paulo at the end of the day of sending: 20:00 the day before.
  const { body } = await act(bo, late, 'pass', { to: 'caio' })
  assert.deepEqual([body.due, body.unreachable, body.tight, body.deliverAt], ['2026-11-23T20:00:00Z', true, false, '2026-11-24T12:00:00Z'])
  baton.clock.set(SENT)
  const near = await ask({ neededBy: { at: '2026-11-24T12:30:00Z' } })
  baton.clock.set('2026-11-24T11:00:00Z')
  const tight = await act(ann, near, 'pass', { to: 'caio' })
  assert.deepEqual(
    [tight.body.due, tight.body.unreachable, tight.body.tight, tight.body.deliverAt],
    ['2026-11-24T12:30:00Z', false, true, '2026-11-24T12:00:00Z'],
  )
})

test('nobody is passed an ask who is a guest, may not see it, has it, or had it, unless who asked gives it back', async () => {
  const id = await ask()
  const refused = async (who: Someone, to: string) => {
    const { status, body } = await act(who, id, 'pass', { to })
    return [status, body.code, body.errors?.[0]?.path]
  }
  assert.deepEqual(await refused(bo, 'gil'), [422, 'ask.receiver_guest', 'to'])
  assert.deepEqual(await refused(bo, 'bo'), [422, 'ask.receiver_has_it', 'to'])
  await baton.person({ handle: 'eve' })
  await baton.call(ann, 'PATCH', '/people/eve', { active: false })
  assert.deepEqual(await refused(bo, 'eve'), [422, 'ask.receiver_deactivated', 'to'])
  assert.deepEqual(await refused(bo, 'nobody'), [404, 'person.not_found', 'to'])
  await act(bo, id, 'pass', { to: 'caio' })
  assert.deepEqual(await refused(caio, 'bo'), [403, 'ask.receiver_had_it', 'to'])
  baton.clock.advance({ minutes: 1 })
  const back = await act(ann, id, 'pass', { to: 'bo', note: 'It is yours.' })
  assert.deepEqual([back.status, back.body.owner.handle, back.body.passes.length], [200, 'bo', 2])
  await baton.call(ann, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/den/members/bo')
  const hidden = await ask({}, 'den')
  const outsider = await act(bo, hidden, 'pass', { to: 'caio' })
  assert.deepEqual([outsider.status, outsider.body.code, outsider.body.canAdd], [422, 'ask.receiver_cannot_read', true])
  assert.equal((await act(bo, hidden, 'pass', { to: 'ann' })).body.owner.handle, 'ann')
})

test('what was urgent is passed on as timely', async () => {
  const id = await ask({ to: 'caio', attention: 'urgent', reason: 'The shop is down.' })
  const { body } = await act(caio, id, 'pass', { to: 'bo' })
  assert.deepEqual([body.interrupts, body.attention, body.deliverAt], [false, 'urgent', '2026-11-24T03:30:00Z'])
})

test('who asked moves what they need; who has it moves it with a reason, and both stand on record', async () => {
  const id = await ask()
  const earlier = await act(ann, id, 'needed-by', { neededBy: { in: 0 } })
  assert.deepEqual(
    [earlier.body.due, earlier.body.firstDue, earlier.body.neededBy],
    ['2026-11-24T11:30:00Z', '2026-11-25T11:30:00Z', { in: 0 }],
  )
  const silent = await act(bo, id, 'needed-by', { neededBy: { in: 3 } })
  assert.deepEqual([silent.status, silent.body.errors[0].path], [422, 'reason'])
  baton.clock.set('2026-11-24T05:00:00Z')
  const later = await act(bo, id, 'needed-by', { neededBy: { in: 3 }, reason: 'I wait for the bank.' })
  assert.deepEqual(
    [later.body.due, later.body.firstDue, later.body.expires],
    ['2026-11-27T11:30:00Z', '2026-11-25T11:30:00Z', '2026-12-04T11:30:00Z'],
  )
  assert.deepEqual(later.body.moves.at(-1), {
    neededBy: { in: 3 },
    by: { handle: 'bo', name: 'Bo Rao' },
    reason: 'I wait for the bank.',
    dueBefore: '2026-11-24T11:30:00Z',
    due: '2026-11-27T11:30:00Z',
    at: '2026-11-24T05:00:00Z',
  })
  for (const neededBy of [{ on: '2026-11-22' }, { at: '2026-11-24T04:59:59Z' }, { in: -1 }, 'soon']) {
    const refused = await act(ann, id, 'needed-by', { neededBy })
    assert.equal(refused.status, 422)
    assert.match(refused.body.errors[0].path, /^neededBy/)
  }
  const whenever = await act(ann, id, 'needed-by', { neededBy: 'whenever' })
  assert.deepEqual([whenever.body.due, whenever.body.neededBy], [null, 'whenever'])
})

test('an undelivered ask comes when its moved needed-by asks for; a delivered one has come', async () => {
  const id = await ask({ neededBy: { in: 5 } })
  const { body } = await act(ann, id, 'needed-by', { neededBy: { at: '2026-11-24T04:00:00Z' } })
  assert.deepEqual([body.deliverAt, body.tight, body.unreachable], ['2026-11-24T03:30:00Z', true, false])
  const unreachable = await act(ann, id, 'needed-by', { neededBy: { at: '2026-11-24T01:00:00Z' } })
  assert.deepEqual(
    [unreachable.body.deliverAt, unreachable.body.tight, unreachable.body.unreachable, unreachable.body.outside],
    ['2026-11-24T03:30:00Z', false, true, true],
  )
  baton.clock.set('2026-11-24T03:30:00Z')
  await deliver(id)
  baton.clock.set('2026-11-24T06:00:00Z')
  const moved = await act(ann, id, 'needed-by', { neededBy: { in: 2 } })
  assert.deepEqual(
    [moved.body.deliverAt, moved.body.deliveredAt, moved.body.due, moved.body.unreachable],
    ['2026-11-24T03:30:00Z', '2026-11-24T03:30:00Z', '2026-11-26T11:30:00Z', false],
  )
})

test('delivery is noted once; it says when the ask is listed once more and when it ends', async () => {
  const id = await ask()
  baton.clock.set('2026-11-24T03:30:00Z')
  const [delivered] = await deliver(id)
  assert.equal(delivered?.dueTodayAt?.toString(), '2026-11-25T03:30:00Z')
  baton.clock.advance({ hours: 1 })
  assert.deepEqual(await deliver(id), [])
  assert.equal((await baton.call(ann, 'GET', `/asks/${id}`)).body.deliveredAt, '2026-11-24T03:30:00Z')
  baton.clock.set(SENT)
  const whenever = await ask({ neededBy: 'whenever' })
  assert.equal((await baton.call(ann, 'GET', `/asks/${whenever}`)).body.expires, '2027-12-28T19:00:00Z')
  baton.clock.set('2026-11-24T03:30:00Z')
  assert.equal((await deliver(whenever))[0]?.dueTodayAt, null)
  assert.equal((await baton.call(ann, 'GET', `/asks/${whenever}`)).body.expires, '2026-12-22T11:30:00Z')
  await act(bo, whenever, 'decline', { reason: 'No.' })
  assert.deepEqual(await deliver(whenever), [])
})

test('what people ask of themselves, or take over, has come to them', async () => {
  const own = (await baton.call(ann, 'GET', `/asks/${await ask({ to: 'ann', attention: 'urgent', reason: 'I must.' })}`)).body
  assert.deepEqual([own.deliverAt, own.deliveredAt, own.interrupts, own.due], [SENT, SENT, false, '2026-11-25T17:00:00Z'])
  baton.clock.advance({ minutes: 1 })
  const taken = await act(ann, await ask(), 'pass', { to: 'ann' })
  assert.deepEqual(
    [taken.body.deliveredAt, taken.body.due, taken.body.owner.handle],
    ['2026-11-23T19:01:00Z', '2026-11-25T17:00:00Z', 'ann'],
  )
})
