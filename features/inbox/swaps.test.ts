import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  t.after(async () => {
    assert.deepEqual(baton.faults, [])
    await baton.close()
  })
  const ann = await baton.setup()
  const [bo, cleo] = [await baton.person({ handle: 'bo', name: 'Bo Rao' }), await baton.person({ handle: 'cleo', name: 'Cleo Diaz' })]
  await baton.call(bo, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await baton.call(bo, 'PUT', '/rotations/pager/members/cleo')
  await baton.settle()
  return { baton, ann, bo, cleo }
}

async function shift(baton: Baton, who: Someone, day = '2026-11-26', from = '08:00'): Promise<string> {
  const turn = { person: who.handle, start: `${day}T${from}:00Z`, end: `${day}T20:00:00Z` }
  const { status, body } = await baton.call(who, 'POST', '/rotations/pager/shifts', turn)
  assert.equal(status, 201, JSON.stringify(body))
  return body.id
}

async function offer(baton: Baton, who: Someone, { id, ...more }: { id: string; to?: string; note?: string }): Promise<string> {
  const { status, body } = await baton.call(who, 'POST', `/shifts/${id}/swaps`, more)
  assert.equal(status, 201, JSON.stringify(body))
  await baton.settle()
  return body.swap.id
}

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const inbox = async (baton: Baton, who: Someone, state = 'open') => (await baton.call(who, 'GET', `/inbox?state=${state}`)).body.items
const whys = async (baton: Baton, who: Someone, state = 'open') => (await inbox(baton, who, state)).map(({ why }: { why: string }) => why)
const held = async (baton: Baton, who: Someone) => (await baton.call(who, 'GET', '/held')).body.byReason

test('a shift that is offered is held for the other one, comes with their digest, and is accepted there; who offered it reads so in theirs', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const swap = await offer(baton, bo, { id: await shift(baton, bo), to: 'cleo', note: 'A wedding.' })
  assert.deepEqual([await held(baton, cleo), await held(baton, bo), await whys(baton, cleo)], [{ swap: 1 }, {}, []])
  await at(baton, '2026-11-23T16:00:00Z')
  const [item] = await inbox(baton, cleo)
  assert.deepEqual(
    [item.why, item.title, item.excerpt, item.from, item.number, item.space, item.ask],
    ['swap', 'Pager', 'A wedding.', { handle: 'bo', name: 'Bo Rao' }, null, null, null],
  )
  assert.deepEqual(item.swap, {
    id: swap,
    rotation: { slug: 'pager', name: 'Pager' },
    start: '2026-11-26T08:00:00Z',
    end: '2026-11-26T20:00:00Z',
    from: { handle: 'bo', name: 'Bo Rao' },
    to: { handle: 'cleo', name: 'Cleo Diaz' },
    given: true,
    state: 'open',
    may: { accept: true, decline: true },
  })
  assert.equal((await baton.call(cleo, 'POST', `/swaps/${swap}/accept`)).status, 200)
  await baton.settle()
  const [done] = await inbox(baton, cleo, 'done')
  assert.deepEqual([await whys(baton, cleo), done.swap.state, done.swap.may.accept], [[], 'accepted', false])
  assert.deepEqual([await whys(baton, bo), await held(baton, bo)], [[], { 'swap accepted': 1 }])
  await at(baton, '2026-11-24T09:00:00Z')
  const [told] = await inbox(baton, bo)
  assert.deepEqual([told.why, told.from.handle, told.title, told.swap.may.accept], ['swap accepted', 'cleo', 'Pager', false])
  await baton.call(bo, 'POST', '/inbox/clear')
  assert.deepEqual(await whys(baton, bo), [])
})

test('who would take a shift asks whoever has it, and reads when they decline', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const swap = await offer(baton, cleo, { id: await shift(baton, bo) })
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo), (await inbox(baton, bo))[0].swap.given], [['swap'], [], false])
  await baton.call(bo, 'POST', `/swaps/${swap}/decline`)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual([await whys(baton, bo), await whys(baton, cleo)], [[], ['swap declined']])
})

test('it comes before the shift begins where the next digest would be too late', async (t) => {
  const { baton, bo, cleo } = await start(t)
  await at(baton, '2026-11-23T11:00:00Z')
  await offer(baton, bo, { id: await shift(baton, bo, '2026-11-23', '15:00'), to: 'cleo' })
  assert.deepEqual(await whys(baton, cleo), ['swap'])
  // Never outside their hours: in the evening it waits for the morning.
  await at(baton, '2026-11-23T18:00:00Z')
  await offer(baton, bo, { id: await shift(baton, bo, '2026-11-24', '08:00'), to: 'cleo' })
  assert.deepEqual(await held(baton, cleo), { swap: 1 })
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await held(baton, cleo), {})
})

test('what is taken back before it came is not told; afterwards it is done', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const id = await shift(baton, bo)
  const first = await offer(baton, bo, { id, to: 'cleo' })
  await baton.call(bo, 'POST', `/swaps/${first}/decline`)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([await whys(baton, cleo), await held(baton, cleo)], [[], {}])
  const second = await offer(baton, bo, { id, to: 'cleo' })
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await whys(baton, cleo), ['swap'])
  await baton.call(bo, 'POST', `/swaps/${second}/decline`)
  await baton.settle()
  const { state } = (await inbox(baton, cleo, 'done'))[0].swap
  assert.deepEqual([await whys(baton, cleo), state, await whys(baton, bo)], [[], 'withdrawn', []])
})

test('it is done with when the shift is over, or is not any more as it was offered', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const [soon, later] = [await shift(baton, bo, '2026-11-24'), await shift(baton, bo)]
  for (const id of [soon, later]) await offer(baton, bo, { id, to: 'cleo' })
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await whys(baton, cleo), ['swap', 'swap'])
  await baton.call(bo, 'PATCH', `/shifts/${later}`, { end: '2026-11-26T18:00:00Z' })
  assert.deepEqual(await whys(baton, cleo), ['swap'])
  await at(baton, '2026-11-24T20:00:00Z')
  assert.deepEqual(
    [await whys(baton, cleo), (await inbox(baton, cleo, 'done')).map((one: { swap: { state: string } }) => one.swap.state)],
    [[], ['over', 'over']],
  )
})

test('clearing keeps it, as somebody waits; it can be put off and dismissed', async (t) => {
  const { baton, bo, cleo } = await start(t)
  await offer(baton, bo, { id: await shift(baton, bo), to: 'cleo' })
  await at(baton, '2026-11-23T16:00:00Z')
  await baton.call(cleo, 'POST', '/inbox/clear')
  const [item] = await inbox(baton, cleo)
  assert.equal(item.why, 'swap')
  await baton.call(cleo, 'PUT', `/inbox/${item.id}`, { state: 'snoozed', until: '2026-11-24T10:00:00Z' })
  assert.deepEqual([await whys(baton, cleo), await whys(baton, cleo, 'snoozed')], [[], ['swap']])
  await at(baton, '2026-11-24T10:00:00Z')
  assert.deepEqual(await whys(baton, cleo), ['swap'])
  await baton.call(cleo, 'PUT', `/inbox/${item.id}`, { state: 'done' })
  assert.deepEqual([await whys(baton, cleo), await whys(baton, cleo, 'done')], [[], ['swap']])
})

test('the mail says who offers which shift and when it is, and leads to the rotation', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const swap = await offer(baton, bo, { id: await shift(baton, bo), to: 'cleo', note: 'A wedding.' })
  await at(baton, '2026-11-23T16:00:00Z')
  const to = (handle: string) => baton.mails.findLast((mail) => mail.to.includes(`${handle}@halyard.example`))
  const mail = to('cleo')
  assert.equal(mail?.headers.get('subject'), '16:00 delivery: 1 shift')
  assert.match(
    mail?.text ?? '',
    /Bo Rao offers you a shift: Pager, Thu 08:00 to Thu 20:00\n {2}A wedding\.\n {2}http:\/\/localhost:3000\/rotations\/pager\n/,
  )
  assert.match(
    mail?.html ?? '',
    /Bo Rao offers you a shift<\/p>.*href="http:\/\/localhost:3000\/rotations\/pager"[^>]*>Pager, Thu 08:00 to Thu 20:00</s,
  )
  await baton.call(cleo, 'POST', `/swaps/${swap}/accept`)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.match(to('bo')?.text ?? '', /Cleo Diaz accepted your offer: Pager/)
})

test('who takes no digests has it there; who is a guest or gone is told nothing', async (t) => {
  const { baton, ann, bo, cleo } = await start(t)
  const hours = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]]))
  await baton.call(cleo, 'PUT', '/people/me/calendar', { timeZone: 'Europe/Lisbon', weekly: hours, deliveries: [] })
  await baton.settle()
  await offer(baton, bo, { id: await shift(baton, bo), to: 'cleo' })
  assert.deepEqual(await whys(baton, cleo), ['swap'])
  await baton.call(ann, 'PATCH', '/people/cleo', { role: 'guest' })
  assert.deepEqual(await whys(baton, cleo), [])
})

test('the inbox takes as many statements for many offers as for one', async (t) => {
  const { baton, bo, cleo } = await start(t)
  const count = async () => (await baton.statements(() => inbox(baton, cleo))).length
  await offer(baton, bo, { id: await shift(baton, bo, '2026-12-01'), to: 'cleo' })
  await at(baton, '2026-11-23T16:00:00Z')
  const one = await count()
  for (const day of ['02', '03', '04', '05']) await offer(baton, bo, { id: await shift(baton, bo, `2026-12-${day}`), to: 'cleo' })
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual([await count(), (await inbox(baton, cleo)).length], [one, 5])
})
