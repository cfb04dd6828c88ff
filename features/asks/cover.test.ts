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
  const [ben, cleo, dan] = [
    await baton.person({ handle: 'ben' }),
    await baton.person({ handle: 'cleo' }),
    await baton.person({ handle: 'dan' }),
  ]
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(cleo, 'POST', '/spaces', { slug: 'support', name: 'Support' })
  await baton.call(dan, 'PUT', '/spaces/support/members/dan')
  await baton.settle()
  return { baton, ann, ben, cleo, dan }
}

async function ask(baton: Baton, who: Someone, neededBy: object) {
  const asks = [{ to: 'ben', verb: 'answer', text: 'Which one?', neededBy }]
  const { status, body } = await baton.call(who, 'POST', '/threads', { space: 'ops', title: 'Which', body: 'Hm.', asks })
  assert.equal(status, 201)
  await baton.settle()
  return body.asks[0]
}

const day = [['09:00', '17:00']]
async function goAway(baton: Baton, who: Someone, away: object[]): Promise<void> {
  const calendar = { timeZone: 'Europe/Lisbon', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, away }
  assert.equal((await baton.call(who, 'PUT', '/people/me/calendar', calendar)).status, 200)
  await baton.settle()
}

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const read = async (baton: Baton, who: Someone, { id }: { id: string }) => (await baton.call(who, 'GET', `/asks/${id}`)).body
const toTake = async (baton: Baton, who: Someone) =>
  (await baton.call(who, 'GET', '/today')).body.toTake.map(({ id }: { id: string }) => id)
const whys = async (baton: Baton, who: Someone) =>
  (await baton.call(who, 'GET', '/inbox')).body.items.map(({ why }: { why: string }) => why)

test('what falls due while its owner is away stands with the cover from the beginning of the absence, and is theirs once they take it', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const soon = await ask(baton, ann, { in: 3 })
  const later = await ask(baton, ann, { in: 10 })
  await at(baton, '2026-11-23T16:00:00Z')
  await goAway(baton, ben, [{ from: '2026-11-25', to: '2026-12-01', cover: 'cleo' }])
  await at(baton, '2026-11-24T16:00:00Z')
  assert.deepEqual([await toTake(baton, cleo), (await read(baton, cleo, soon)).may.take], [[], false])
  await at(baton, '2026-11-25T09:00:00Z')
  assert.deepEqual([await toTake(baton, cleo), await whys(baton, cleo)], [[soon.id], ['cover']])
  const offered = await read(baton, cleo, soon)
  assert.deepEqual([offered.owner.handle, offered.cover.handle, offered.may.take, offered.may.answer], ['ben', 'cleo', true, false])
  assert.equal((await read(baton, cleo, later)).cover, null)
  const taken = await baton.call(cleo, 'POST', `/asks/${soon.id}/take`)
  assert.deepEqual([taken.status, taken.body.owner.handle, taken.body.due, taken.body.cover], [200, 'cleo', soon.due, null])
  await baton.settle()
  assert.deepEqual([await toTake(baton, cleo), await whys(baton, cleo)], [[], ['ask']])
  await at(baton, '2026-11-25T16:00:00Z')
  assert.deepEqual(await whys(baton, ann), ['taken'])
  await at(baton, '2026-12-02T09:00:00Z')
  assert.ok((await whys(baton, ben)).includes('taken'))
})

test('an ask that has not come yet, and would have been due meanwhile, waits for the cover and not for the return', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await goAway(baton, ben, [{ from: '2026-11-23', to: '2026-12-04', cover: 'cleo' }])
  const made = await ask(baton, ann, { in: 1 })
  assert.equal(made.due, '2026-12-08T17:00:00Z')
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await toTake(baton, cleo), [made.id])
  const taken = await baton.call(cleo, 'POST', `/asks/${made.id}/take`)
  assert.deepEqual([taken.body.due, taken.body.owner.handle], ['2026-11-24T17:00:00Z', 'cleo'])
})

test('when they are back before anybody took it, it is only theirs again', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const made = await ask(baton, ann, { in: 2 })
  await at(baton, '2026-11-23T16:00:00Z')
  await goAway(baton, ben, [{ from: '2026-11-24', to: '2026-11-25', cover: 'cleo' }])
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(await toTake(baton, cleo), [made.id])
  await at(baton, '2026-11-26T09:00:00Z')
  assert.deepEqual([await toTake(baton, cleo), (await read(baton, ann, made)).cover], [[], null])
  assert.equal((await baton.call(cleo, 'POST', `/asks/${made.id}/take`)).status, 403)
})

test('an absence that is called off takes the offer back', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await ask(baton, ann, { in: 1 })
  await goAway(baton, ben, [{ from: '2026-11-23', to: '2026-11-27', cover: 'cleo' }])
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal((await toTake(baton, cleo)).length, 1)
  await goAway(baton, ben, [])
  assert.deepEqual(await toTake(baton, cleo), [])
})

test('a space covers: each of it is offered it, the first one has it, the others learn who', async (t) => {
  const { baton, ann, ben, cleo, dan } = await start(t)
  const made = await ask(baton, ann, { in: 2 })
  await goAway(baton, ben, [{ from: '2026-11-23', to: '2026-12-04', cover: 'support' }])
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([await toTake(baton, cleo), await toTake(baton, dan)], [[made.id], [made.id]])
  assert.deepEqual((await read(baton, ann, made)).cover, { slug: 'support', name: 'Support' })
  const answers = await Promise.all([cleo, dan].map((who) => baton.call(who, 'POST', `/asks/${made.id}/take`)))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 409],
  )
  await baton.settle()
  assert.deepEqual([...(await toTake(baton, cleo)), ...(await toTake(baton, dan))], [])
})

test('who does not see the thread is offered nothing, and who asked does not cover in their own ask', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/den/members/ben')
  await goAway(baton, ben, [{ from: '2026-11-23', to: '2026-12-04', cover: 'cleo' }])
  const asks = [{ to: 'ben', verb: 'answer', text: 'Secret?', neededBy: { in: 1 } }]
  await baton.call(ann, 'POST', '/threads', { space: 'den', title: 'Which', body: 'Hm.', asks })
  await baton.call(cleo, 'POST', '/threads', { space: 'ops', title: 'Which', body: 'Hm.', asks })
  await baton.settle()
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([await toTake(baton, cleo), await whys(baton, cleo)], [[], []])
})

test('the mail says what may be taken, for whom, and by when', async (t) => {
  const { baton, ann, ben } = await start(t)
  await ask(baton, ann, { in: 2 })
  await goAway(baton, ben, [{ from: '2026-11-23', to: '2026-12-04', cover: 'cleo' }])
  await at(baton, '2026-11-23T16:00:00Z')
  const mail = baton.mails.findLast(({ to }) => to.includes('cleo@halyard.example'))
  assert.ok(mail)
  assert.match(mail.text, /whoever takes it first has it/)
})
