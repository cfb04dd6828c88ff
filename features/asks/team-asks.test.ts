import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November. Ann asks from Lisbon, on UTC; support are Bo in Kolkata, Caio in São Paulo and Dee in Lisbon, each nine to five.
const SENT = '2026-11-23T19:00:00Z'

async function start(t: TestContext) {
  const baton = await startBaton({ at: SENT })
  t.after(async () => {
    assert.deepEqual(baton.faults, [])
    await baton.close()
  })
  const ann = await baton.setup()
  const bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  const caio = await baton.person({ handle: 'caio', name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  const dee = await baton.person({ handle: 'dee', name: 'Dee', timeZone: 'Europe/Lisbon' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(bo, 'POST', '/spaces', { slug: 'support', name: 'Support' })
  for (const { handle } of [caio, dee]) await baton.call(bo, 'PUT', `/spaces/support/members/${handle}`)
  await baton.settle()
  return { baton, ann, bo, caio, dee }
}

const asking = (to: string, more: object = {}) => ({
  space: 'ops',
  title: 'The shop',
  body: 'It is slow.',
  asks: [{ to, verb: 'answer', text: 'Why is it slow?', neededBy: { in: 1 }, ...more }],
})

async function ask(baton: Baton, who: Someone, more: object = {}, to = 'support') {
  const { status, body } = await baton.call(who, 'POST', '/threads', asking(to, more))
  assert.equal(status, 201, JSON.stringify(body))
  await baton.settle()
  return body.asks[0]
}

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const read = async (baton: Baton, who: Someone, { id }: { id: string }) => (await baton.call(who, 'GET', `/asks/${id}`)).body
const toTake = async (baton: Baton, who: Someone) =>
  (await baton.call(who, 'GET', '/today')).body.toTake.map(({ id }: { id: string }) => id)
const whys = async (baton: Baton, who: Someone, state = 'open') =>
  (await baton.call(who, 'GET', `/inbox?state=${state}`)).body.items.map(({ why }: { why: string }) => why)

test('an ask to a space is due by whoever of it is reached first, and the space has it', async (t) => {
  const { baton, ann, bo, caio } = await start(t)
  const made = await ask(baton, ann)
  // At 19:00 it is 16:00 in São Paulo: Caio is at work, and this is the hour of his second digest.
  assert.deepEqual(
    [made.to, made.owner],
    [
      { slug: 'support', name: 'Support' },
      { slug: 'support', name: 'Support' },
    ],
  )
  assert.deepEqual([made.deliverAt, made.due, made.firstDue], ['2026-11-23T19:00:00Z', '2026-11-24T20:00:00Z', '2026-11-24T20:00:00Z'])
  assert.deepEqual([made.may.take, made.may.withdraw, made.may.pass], [false, true, true])
  assert.deepEqual((await read(baton, caio, made)).may, {
    answer: true,
    takePost: false,
    decline: false,
    pass: false,
    withdraw: false,
    acknowledge: false,
    move: false,
    take: true,
    judge: false,
  })
  assert.deepEqual(
    (await baton.call(ann, 'GET', '/asks?to=support')).body.items.map(({ id }: { id: string }) => id),
    [made.id],
  )
  assert.deepEqual(
    (await baton.call(ann, 'GET', '/today')).body.waitingOn.map(({ id }: { id: string }) => id),
    [made.id],
  )
  assert.equal((await baton.call(bo, 'POST', `/asks/${made.id}/decline`, { reason: 'No.' })).status, 403)
})

test('each member gets it at their own moment, and until then nothing speaks of it', async (t) => {
  const { baton, ann, bo, caio, dee } = await start(t)
  const made = await ask(baton, ann, { neededBy: { in: 2 } })
  assert.deepEqual([await toTake(baton, caio), await toTake(baton, bo), await toTake(baton, dee)], [[made.id], [], []])
  assert.equal((await read(baton, ann, made)).deliveredAt, SENT)
  assert.equal((await baton.call(bo, 'GET', '/held')).body.byReason.ask, 1)
  await at(baton, '2026-11-24T03:30:00Z')
  assert.deepEqual([await toTake(baton, bo), await toTake(baton, dee)], [[made.id], []])
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual([await toTake(baton, dee), await toTake(baton, ann)], [[made.id], []])
})

test('of many who take it at once one has it, and the others learn who', async (t) => {
  const { baton, ann, bo, caio, dee } = await start(t)
  const made = await ask(baton, ann, { neededBy: { in: 3 } })
  await at(baton, '2026-11-24T03:30:00Z')
  await at(baton, '2026-11-24T09:00:00Z')
  const answers = await Promise.all([bo, caio, dee].map((who) => baton.call(who, 'POST', `/asks/${made.id}/take`)))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409, 409],
  )
  const taken = await read(baton, ann, made)
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    assert.equal(body.code, 'ask.already_taken')
    assert.deepEqual(body.by, taken.owner)
  }
  const taker = [bo, caio, dee].find(({ handle }) => handle === taken.owner.handle)
  const others = [bo, caio, dee].filter((who) => who !== taker)
  assert.ok(taker)
  assert.deepEqual([taken.to.slug, taken.due, taken.passes.length], ['support', made.due, 1])
  assert.deepEqual([taken.passes[0].from, taken.passes[0].by], [{ slug: 'support', name: 'Support' }, taken.owner])
  await baton.settle()
  assert.deepEqual([await toTake(baton, taker), await whys(baton, taker)], [[], ['ask']])
  for (const other of others) assert.deepEqual([await toTake(baton, other), await whys(baton, other)], [[], []])
  for (const hour of ['09:00', '10:30', '12:00', '16:00', '19:00']) await at(baton, `2026-11-24T${hour}:00Z`)
  for (const other of others) assert.deepEqual(await whys(baton, other), ['taken'])
  assert.deepEqual(await whys(baton, ann), ['taken'])
  // Pressed twice, it is theirs all the same; what is settled is refused as such.
  assert.equal((await baton.call(taker, 'POST', `/asks/${made.id}/take`)).status, 200)
  assert.equal((await baton.call(taker, 'POST', `/asks/${made.id}/answer`, { body: 'The cache.' })).status, 200)
  const late = await baton.call(others[0] ?? null, 'POST', `/asks/${made.id}/take`)
  assert.deepEqual([late.status, late.body.code], [409, 'ask.already_settled'])
})

test('whoever answers what the space has, has it by that; who had not got it yet never hears of it', async (t) => {
  const { baton, ann, bo, caio, dee } = await start(t)
  const made = await ask(baton, ann, { neededBy: { in: 3 } })
  await at(baton, '2026-11-24T03:30:00Z')
  const answered = await baton.call(bo, 'POST', `/asks/${made.id}/answer`, { body: 'The cache.' })
  assert.deepEqual([answered.status, answered.body.owner.handle, answered.body.settled.by.handle], [200, 'bo', 'bo'])
  await at(baton, '2026-11-24T09:00:00Z')
  await at(baton, '2026-11-24T12:00:00Z')
  assert.deepEqual([await whys(baton, dee), await whys(baton, caio), await whys(baton, ann)], [[], ['taken'], ['answer']])
})

test('when half the open time has passed untaken, the next of the others has it, once only, and who asked is told', async (t) => {
  const { baton, ann, bo, caio, dee } = await start(t)
  baton.clock.set('2026-11-24T06:00:00Z')
  // Bo is at work until 11:30; his first digest after sending is at 16:00, 10:30 UTC. Due on Wednesday at 17:00, 11:30 UTC.
  const made = await ask(baton, ann)
  assert.deepEqual([made.deliverAt, made.due], ['2026-11-24T10:30:00Z', '2026-11-25T11:30:00Z'])
  // Nine hours lie between, one of them on Tuesday: the half is over at 07:00 on Wednesday.
  assert.equal(made.assignAt, '2026-11-25T07:00:00Z')
  await at(baton, '2026-11-24T12:00:00Z')
  assert.deepEqual(await toTake(baton, caio), [made.id])
  await at(baton, '2026-11-25T06:59:59Z')
  assert.equal((await read(baton, ann, made)).owner.slug, 'support')
  await at(baton, '2026-11-25T07:00:00Z')
  const given = await read(baton, ann, made)
  assert.deepEqual([given.owner.handle, given.due, given.assignAt], ['dee', made.due, null])
  assert.deepEqual([given.passes[0].from.slug, given.passes[0].to.handle, given.passes[0].by], ['support', 'dee', null])
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual([await whys(baton, dee), await toTake(baton, bo), await toTake(baton, caio)], [['given', 'ask'], [], []])
  assert.deepEqual(
    (await baton.call(dee, 'GET', '/today')).body.needsYou.map(({ id }: { id: string }) => id),
    [made.id],
  )
  assert.deepEqual(await whys(baton, ann), ['given'])
  const late = await baton.call(bo, 'POST', `/asks/${made.id}/take`)
  assert.deepEqual([late.status, late.body.by.handle], [409, 'dee'])
})

test('the machine gives nothing to guests while there is somebody else, nor back to who gave it away', async (t) => {
  const { baton, ann, bo } = await start(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'duo', name: 'Duo' })
  await baton.call(ann, 'PUT', '/spaces/duo/members/bo')
  await baton.person({ handle: 'gil', role: 'guest', spaces: ['duo'] })
  const { status, body } = await baton.call(ann, 'POST', '/threads', { ...asking('duo'), space: 'duo' })
  assert.equal(status, 201)
  const [made] = body.asks
  // Only Bo may be first, though Gil is open earlier on Lisbon's Tuesday; nobody else is there to have it, so it is his.
  assert.equal(made.due, '2026-11-25T11:30:00Z')
  await at(baton, '2026-11-24T03:30:00Z')
  await at(baton, made.assignAt)
  assert.equal((await read(baton, ann, made)).owner.handle, 'bo')
  const back = await baton.call(bo, 'POST', `/asks/${made.id}/pass`, { to: 'duo', note: 'Not mine.' })
  assert.deepEqual([back.status, back.body.owner.slug], [200, 'duo'])
  await at(baton, '2026-11-25T11:30:00Z')
  assert.equal((await read(baton, ann, made)).owner.handle, 'gil')
})

test('it is passed to a space, and taken there, as to a person', async (t) => {
  const { baton, ann, bo, dee } = await start(t)
  const made = await ask(baton, ann, { neededBy: { in: 2 } }, 'bo')
  await at(baton, '2026-11-24T03:30:00Z')
  const passed = await baton.call(bo, 'POST', `/asks/${made.id}/pass`, { to: 'support', note: 'Who knows this?' })
  assert.deepEqual([passed.status, passed.body.owner.slug, passed.body.to.handle], [200, 'support', 'bo'])
  assert.equal((await baton.call(ann, 'POST', `/asks/${made.id}/pass`, { to: 'support', note: '' })).body.code, 'ask.receiver_has_it')
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await toTake(baton, dee), [made.id])
  assert.equal((await baton.call(dee, 'POST', `/asks/${made.id}/take`)).body.owner.handle, 'dee')
})

test('a member who asks has nothing to take, and takes it only by saying so', async (t) => {
  const { baton, bo } = await start(t)
  const made = await ask(baton, bo)
  await at(baton, '2026-11-24T10:30:00Z')
  assert.deepEqual(await toTake(baton, bo), [])
  assert.equal((await baton.call(bo, 'POST', `/asks/${made.id}/take`)).body.owner.handle, 'bo')
})

test('who joins gets what waits, who leaves does not, and where nobody is left it returns to who asked', async (t) => {
  const { baton, ann, bo, caio, dee } = await start(t)
  const made = await ask(baton, ann, { neededBy: { in: 4 } })
  const eve = await baton.person({ handle: 'eve' })
  await baton.call(eve, 'PUT', '/spaces/support/members/eve')
  await baton.settle()
  await at(baton, '2026-11-24T03:30:00Z')
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual([await toTake(baton, eve), await toTake(baton, bo)], [[made.id], [made.id]])
  await baton.call(bo, 'DELETE', '/spaces/support/members/bo')
  assert.deepEqual([await toTake(baton, bo), (await baton.call(bo, 'POST', `/asks/${made.id}/take`)).status], [[], 403])
  for (const who of [caio, dee, eve]) await baton.call(who, 'DELETE', `/spaces/support/members/${who.handle}`)
  await baton.settle()
  const returned = await read(baton, ann, made)
  assert.deepEqual([returned.owner.handle, returned.passes[0].note], ['ann', 'Nobody is left in the space that had it.'])
})

test('an archived space gives back what it has, and is not asked any more', async (t) => {
  const { baton, ann, bo } = await start(t)
  const made = await ask(baton, ann)
  await baton.call(bo, 'PATCH', '/spaces/support', { archived: true })
  await baton.settle()
  assert.equal((await read(baton, ann, made)).owner.handle, 'ann')
  const refused = await baton.call(ann, 'POST', '/threads', asking('support'))
  assert.deepEqual([refused.status, refused.body.code], [422, 'ask.receiver_archived'])
})

test('a private space is asked in its own threads only, an empty one nowhere', async (t) => {
  const { baton, ann, bo } = await start(t)
  await baton.call(bo, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  const refused = async (who: Someone, to: string, space = 'ops') =>
    (await baton.call(who, 'POST', '/threads', { ...asking(to), space })).body
  assert.equal((await refused(bo, 'den')).code, 'ask.receiver_private')
  assert.equal((await refused(ann, 'den')).code, 'person.not_found')
  assert.equal((await refused(bo, 'den', 'den')).code, 'ask.receiver_empty')
  await baton.call(bo, 'PUT', '/spaces/den/members/ann')
  assert.equal((await refused(bo, 'den', 'den')).asks[0].owner.slug, 'den')
})

test('a space that is made private loses its name where others read of it', async (t) => {
  const { baton, ann, bo } = await start(t)
  const made = await ask(baton, ann)
  await baton.call(bo, 'PATCH', '/spaces/support', { visibility: 'private' })
  const eve = await baton.person({ handle: 'eve' })
  assert.deepEqual((await read(baton, eve, made)).owner, { slug: '', name: 'A private space' })
  assert.deepEqual((await read(baton, bo, made)).owner, { slug: 'support', name: 'Support' })
})

test('while nobody has got it a space is planned anew with the hours of its members; a move counts from whoever timed it', async (t) => {
  const { baton, ann, bo, caio } = await start(t)
  baton.clock.set('2026-11-24T01:00:00Z')
  const made = await ask(baton, ann)
  assert.deepEqual([made.deliverAt, made.due], ['2026-11-24T03:30:00Z', '2026-11-25T11:30:00Z'])
  await baton.call(bo, 'PUT', '/people/bo/calendar', { timeZone: 'Asia/Kolkata', weekly: { 4: [['09:00', '17:00']] } })
  await baton.settle()
  const planned = await read(baton, ann, made)
  assert.deepEqual([planned.deliverAt, planned.due], ['2026-11-24T09:00:00Z', '2026-11-25T17:00:00Z'])
  const moved = await baton.call(ann, 'POST', `/asks/${made.id}/needed-by`, { neededBy: { in: 0 } })
  assert.deepEqual([moved.body.due, moved.body.owner.slug], ['2026-11-24T17:00:00Z', 'support'])
  await at(baton, '2026-11-24T12:00:00Z')
  assert.deepEqual(await toTake(baton, caio), [made.id])
})

test('what nobody of a space can be reached for ends by the calendar that timed it', async (t) => {
  const { baton, ann } = await start(t)
  const made = await ask(baton, ann, { neededBy: 'whenever' })
  assert.deepEqual([made.due, made.assignAt], [null, null])
  await at(baton, '2026-11-24T12:00:00Z')
  const { expires } = await read(baton, ann, made)
  await at(baton, expires)
  assert.equal((await read(baton, ann, made)).state, 'expired')
})

test('statements do not grow with a space', async (t) => {
  const { baton, ann } = await start(t)
  const count = async (): Promise<number> => (await baton.statements(() => baton.call(ann, 'POST', '/threads', asking('support')))).length
  const few = await count()
  for (let index = 0; index < 8; index += 1)
    await baton.person({ handle: `m${index}` }).then(({ handle }) => baton.call(ann, 'PUT', `/spaces/support/members/${handle}`))
  assert.equal(await count(), few)
})

test('an ask to a rotation is with whoever is on call when it comes', async (t) => {
  const { baton, ann, bo, dee } = await start(t)
  assert.equal((await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })).status, 201)
  const nobody = await baton.call(ann, 'POST', '/threads', asking('duty'))
  assert.deepEqual([nobody.status, nobody.body.code], [422, 'ask.receiver_not_on_call'])
  const turns = [
    { person: bo.handle, start: '2026-11-23T18:00:00Z', end: '2026-11-24T02:00:00Z' },
    { person: dee.handle, start: '2026-11-24T02:00:00Z', end: '2026-11-25T02:00:00Z' },
  ]
  for (const turn of turns) {
    await baton.call(ann, 'PUT', `/rotations/duty/members/${turn.person}`)
    const added = await baton.call(ann, 'POST', '/rotations/duty/shifts', turn)
    assert.equal(added.status, 201, JSON.stringify(added.body))
  }
  // Bo is on call now, and would get it at 03:30, when Dee is; she gets it at 09:00.
  const made = await ask(baton, ann, {}, 'duty')
  assert.deepEqual([made.to, made.owner.handle], [{ slug: 'duty', name: 'Duty' }, 'dee'])
  assert.deepEqual([made.deliverAt, made.due], ['2026-11-24T09:00:00Z', '2026-11-25T17:00:00Z'])
})
