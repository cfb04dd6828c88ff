import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November, ten in the evening; everybody works nine to five in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T22:00:00Z' })
  t.after(async () => {
    assert.deepEqual(baton.faults, [])
    await baton.close()
  })
  const ann = await baton.setup()
  const [bo, cleo, dee] = [
    await baton.person({ handle: 'bo' }),
    await baton.person({ handle: 'cleo' }),
    await baton.person({ handle: 'dee' }),
  ]
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })
  for (const { handle } of [bo, cleo, dee]) await baton.call(ann, 'PUT', `/rotations/duty/members/${handle}`)
  return { baton, ann, bo, cleo, dee }
}

async function shift(
  baton: Baton,
  who: Someone,
  { by, ...turn }: { by: Someone; start: string; end: string; layer?: number },
): Promise<string> {
  const added = await baton.call(by, 'POST', '/rotations/duty/shifts', { person: who.handle, ...turn })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  return added.body.id
}

const tuesday = { start: '2026-11-24T00:00:00Z', end: '2026-11-25T00:00:00Z' }
const wednesday = { start: '2026-11-25T00:00:00Z', end: '2026-11-26T00:00:00Z' }

async function ask(baton: Baton, who: Someone, more: object = {}) {
  const asks = [{ to: 'duty', verb: 'answer', text: 'Is it up?', neededBy: { in: 3 }, ...more }]
  const { status, body } = await baton.call(who, 'POST', '/threads', { space: 'ops', title: 'The shop', body: 'Hm.', asks })
  assert.equal(status, 201, JSON.stringify(body))
  return body.asks[0]
}

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const read = async (baton: Baton, who: Someone, { id }: { id: string }) => (await baton.call(who, 'GET', `/asks/${id}`)).body
const ownerOf = async (baton: Baton, one: { id: string }, who: Someone) => (await read(baton, who, one)).owner.handle
const whys = async (baton: Baton, who: Someone) =>
  (await baton.call(who, 'GET', '/inbox')).body.items.map(({ why }: { why: string }) => why)
const held = async (baton: Baton, who: Someone) => (await baton.call(who, 'GET', '/held')).body.byReason

test('a shift that changes hands before the ask came takes it along: who has it now gets it at their moment, who had it hears nothing', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const made = await ask(baton, ann)
  await baton.settle()
  assert.deepEqual([made.owner.handle, made.deliverAt, await held(baton, bo)], ['bo', '2026-11-24T09:00:00Z', { ask: 1 }])
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'cleo' })
  await baton.settle()
  const followed = await read(baton, ann, made)
  assert.deepEqual([followed.owner.handle, followed.to, followed.due], ['cleo', { slug: 'duty', name: 'Duty' }, made.due])
  const [pass] = followed.passes
  assert.deepEqual([pass.from.handle, pass.to.handle, pass.by, pass.note], ['bo', 'cleo', null, 'Whoever is on call when it comes has it.'])
  assert.deepEqual([await held(baton, bo), await held(baton, cleo)], [{}, { ask: 1 }])
  await at(baton, '2026-11-24T09:00:00Z')
  await at(baton, '2026-11-24T16:00:00Z')
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo), await whys(baton, ann)], [[], ['ask'], []])
  // Back and forth again it is with them once more, in one item.
  await at(baton, '2026-11-24T22:00:00Z')
  const [other, there] = [await shift(baton, cleo, { by: ann, ...wednesday }), await ask(baton, ann)]
  for (const person of ['bo', 'cleo', 'bo']) {
    await baton.call(ann, 'PATCH', `/shifts/${other}`, { person })
    await baton.settle()
    assert.equal(await ownerOf(baton, there, ann), person)
  }
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo)], [['ask'], ['ask']])
})

test('who asked is told when it comes a working day later by that', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const made = await ask(baton, ann, { neededBy: { in: 1 } })
  await shift(baton, cleo, { by: ann, ...wednesday })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'bo')
  await baton.call(cleo, 'PUT', '/people/me/calendar', {
    timeZone: 'Europe/Lisbon',
    weekly: { 3: [['09:00', '17:00']], 4: [['09:00', '17:00']] },
  })
  await baton.call(ann, 'DELETE', `/shifts/${turn}`)
  await baton.settle()
  const followed = await read(baton, ann, made)
  assert.deepEqual([followed.owner.handle, followed.deliverAt, followed.due], ['cleo', '2026-11-25T09:00:00Z', '2026-11-26T17:00:00Z'])
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual([await whys(baton, ann), await whys(baton, bo)], [['moved'], []])
})

test('a swap takes it along, as does leaving the rotation; when nobody is on call any more it stays', async (t) => {
  const { baton, ann, bo, cleo, dee } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const made = await ask(baton, ann)
  const offered = await baton.call(bo, 'POST', `/shifts/${turn}/swaps`, { to: 'cleo' })
  assert.equal((await baton.call(cleo, 'POST', `/swaps/${offered.body.swap.id}/accept`)).status, 200)
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'cleo')
  await shift(baton, dee, { by: ann, ...wednesday })
  await baton.call(cleo, 'DELETE', '/rotations/duty/members/cleo')
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'dee')
  await baton.call(dee, 'DELETE', '/rotations/duty/members/dee')
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'dee')
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo), await whys(baton, dee)], [['swap accepted'], [], ['ask']])
})

test('whose hours change, who has no account any more or may not read there: it goes to who is on call all the same', async (t) => {
  const { baton, ann, bo, cleo, dee } = await start(t)
  await shift(baton, bo, { by: ann, ...tuesday })
  await shift(baton, cleo, { by: ann, layer: 2, ...tuesday })
  await shift(baton, dee, { by: ann, layer: 3, ...tuesday })
  const made = await ask(baton, ann)
  const back = { timeZone: 'Europe/Lisbon', weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]])) }
  await baton.call(bo, 'PUT', '/people/me/calendar', { ...back, away: [{ from: '2026-11-24', to: '2026-11-24' }] })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'cleo')
  await baton.call(ann, 'PATCH', '/people/cleo', { active: false })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'dee')
  // He is there on his day after all.
  await baton.call(bo, 'PUT', '/people/me/calendar', back)
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'bo')
  await baton.call(ann, 'PATCH', '/people/bo', { role: 'guest' })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'dee')
})

test('what has come, was passed on, or acted on by whoever has it, stays where it is', async (t) => {
  const { baton, ann, bo, dee } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const [passed, seen, moved, followed] = [await ask(baton, ann), await ask(baton, ann), await ask(baton, ann), await ask(baton, ann)]
  await baton.call(ann, 'POST', `/asks/${passed.id}/pass`, { to: 'dee', note: '' })
  await baton.call(bo, 'POST', `/asks/${seen.id}/acknowledge`)
  await baton.call(bo, 'POST', `/asks/${moved.id}/needed-by`, { neededBy: { in: 5 }, reason: 'A full week.' })
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'cleo' })
  await baton.settle()
  const owners = await Promise.all([passed, seen, moved, followed].map((one) => ownerOf(baton, one, ann)))
  assert.deepEqual(owners, ['dee', 'bo', 'bo', 'cleo'])
  await at(baton, '2026-11-24T09:00:00Z')
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'dee' })
  await baton.settle()
  assert.equal(await ownerOf(baton, followed, ann), 'cleo')
  assert.equal((await baton.call(dee, 'GET', '/today')).body.needsYou.length, 1)
})

test('passed to a rotation it follows as well, and who had it by shifts alone gave nothing away', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const made = await ask(baton, ann, { to: 'dee' })
  assert.equal((await baton.call(ann, 'POST', `/asks/${made.id}/pass`, { to: 'duty', note: '' })).body.owner.handle, 'bo')
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'cleo' })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'cleo')
  const back = await baton.call(cleo, 'POST', `/asks/${made.id}/pass`, { to: 'bo', note: 'Yours?' })
  assert.deepEqual([back.status, back.body.owner.handle], [200, 'bo'])
})

test('an ask that was made just while the shifts changed is with whoever is on call by them', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  await baton.settle()
  const made = await ask(baton, ann)
  assert.equal(made.owner.handle, 'bo')
  // As if the change had been committed, and handled, before the ask was.
  await baton.db.updateTable('shifts').set({ person_id: cleo.id }).where('id', '=', turn).execute()
  await baton.settle()
  assert.deepEqual([await ownerOf(baton, made, ann), await held(baton, bo), await held(baton, cleo)], ['cleo', {}, { ask: 1 }])
})

test('of shifts that change and an ask that is made at once, whichever is first, one has it who is on call', async (t) => {
  const { baton, ann, bo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  for (const person of ['cleo', 'dee', 'bo', 'cleo']) {
    const [made] = await Promise.all([ask(baton, ann), baton.call(ann, 'PATCH', `/shifts/${turn}`, { person })])
    await baton.settle()
    assert.equal(await ownerOf(baton, made, ann), person)
  }
})

test('what should have come while Baton was not running goes to who was on call then', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...tuesday })
  const made = await ask(baton, ann)
  await baton.settle()
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'cleo' })
  await at(baton, '2026-11-24T10:00:00Z')
  const late = await read(baton, ann, made)
  assert.deepEqual([late.owner.handle, late.deliveredAt], ['cleo', '2026-11-24T10:00:00Z'])
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo)], [[], ['ask']])
})

test('on return nobody reads of an ask that was theirs by shifts alone', async (t) => {
  const { baton, ann, bo } = await start(t)
  const turn = await shift(baton, bo, { by: ann, ...wednesday })
  const made = await ask(baton, ann)
  const hours = { timeZone: 'Europe/Lisbon', weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]])) }
  await baton.call(bo, 'PUT', '/people/me/calendar', { ...hours, away: [{ from: '2026-11-24', to: '2026-11-24' }] })
  await baton.settle()
  assert.equal(await ownerOf(baton, made, ann), 'bo')
  await at(baton, '2026-11-24T12:00:00Z')
  await baton.call(ann, 'PATCH', `/shifts/${turn}`, { person: 'cleo' })
  await baton.settle()
  await at(baton, '2026-11-25T09:00:00Z')
  const { settled, absence } = (await baton.call(bo, 'GET', '/catch-up')).body
  assert.deepEqual([absence !== null, settled], [true, []])
})

test('what a guest asked of whoever is on call stays among whom they meet, until somebody else passes it on', async (t) => {
  const { baton, ann, bo, cleo, dee } = await start(t)
  await baton.call(bo, 'POST', '/spaces', { slug: 'client', name: 'Client', purpose: '' })
  const gil = await baton.person({ handle: 'gil', role: 'guest', spaces: ['client'] })
  await baton.call(bo, 'PATCH', '/spaces/client', { rotation: 'duty' })
  const id = await shift(baton, cleo, { by: ann, ...tuesday })
  await shift(baton, bo, { by: ann, ...wednesday })
  const asks = [{ to: 'duty', verb: 'answer', text: 'Is it up?', neededBy: { in: 3 } }]
  const opened = await baton.call(gil, 'POST', '/threads', { space: 'client', title: 'The shop', body: 'Hm.', asks })
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  const path = `/asks/${opened.body.asks[0].id}`
  const ownerNow = async () => {
    await baton.settle()
    return (await baton.call(gil, 'GET', path)).body.owner.handle
  }
  assert.equal(await ownerNow(), 'bo')
  assert.equal((await baton.call(bo, 'POST', `${path}/pass`, { to: 'duty', note: 'Cleo is first.' })).status, 200)
  assert.equal(await ownerNow(), 'cleo')
  assert.equal((await baton.call(ann, 'PATCH', `/shifts/${id}`, { person: dee.handle })).status, 200)
  assert.equal(await ownerNow(), 'dee')
})
