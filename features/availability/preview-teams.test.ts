import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November, 19:00 in Lisbon, 16:00 in São Paulo, past midnight in Kolkata. Everybody works nine to five.
let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  const caio = await baton.person({ handle: 'caio', name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  await baton.call(bo, 'POST', '/spaces', { slug: 'support', name: 'Support' })
  await baton.call(caio, 'PUT', '/spaces/support/members/caio')
  await baton.call(bo, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'mine', name: 'Mine' })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

const preview = async (body: object, who = ann) => (await baton.call(who, 'POST', '/attention/preview', body)).body
const goAway = async (who: Someone, entry: object, timeZone = 'Asia/Kolkata') => {
  const day = [['09:00', '17:00']]
  const calendar = { timeZone, weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, away: [entry] }
  assert.equal((await baton.call(who, 'PUT', '/people/me/calendar', calendar)).status, 200)
}

test('a space is previewed by whoever of it is reached first, with when the first and the last of them get it', async () => {
  const { items, earliest, latest } = await preview({ to: ['support', 'bo'] })
  const [team, person] = items
  assert.deepEqual([team.to, team.members, team.first], [{ slug: 'support', name: 'Support' }, 2, { handle: 'caio', name: 'Caio Lima' }])
  assert.deepEqual([team.deliverAt, team.due, team.cover], ['2026-11-23T19:00:00Z', '2026-11-24T20:00:00Z', null])
  assert.deepEqual([team.earliest, team.latest], ['2026-11-23T19:00:00Z', '2026-11-24T03:30:00Z'])
  assert.deepEqual([person.members, person.first, person.deliverAt], [null, null, '2026-11-24T03:30:00Z'])
  assert.deepEqual([earliest, latest], ['2026-11-23T19:00:00Z', '2026-11-24T03:30:00Z'])
})

test('what is said before sending is what is then so', async () => {
  const [previewed] = (await preview({ to: ['support'], space: 'support', neededBy: { in: 2 } })).items
  const asks = [{ to: 'support', verb: 'answer', text: 'Why?', neededBy: { in: 2 } }]
  const [asked] = (await baton.call(ann, 'POST', '/threads', { space: 'support', title: 'Why', body: 'Why?', asks })).body.asks
  assert.deepEqual([asked.to, asked.deliverAt, asked.due], [previewed.to, previewed.deliverAt, previewed.due])
  assert.equal((await preview({ to: ['support'] })).items[0].load.openAsks, 1)
})

test('a space that one does not see is not there; one in which nobody can be asked is refused by name', async () => {
  const hidden = await preview({ to: ['bo', 'den'] })
  assert.deepEqual([hidden.status, hidden.code, hidden.errors[0].path], [404, 'person.not_found', 'to.1'])
  const empty = await preview({ to: ['mine'] })
  assert.deepEqual([empty.status, empty.errors[0].path], [422, 'to.0'])
})

test('an urgent ask to a space interrupts nobody', async () => {
  const [team] = (await preview({ to: ['support'], attention: 'urgent' })).items
  assert.deepEqual([team.attention, team.interrupts], ['timely', null])
})

test('who would be away names who stands in, and when it would come to them and be due', async () => {
  await goAway(bo, { from: '2026-11-23', to: '2026-12-04', cover: 'caio' })
  const [covered] = (await preview({ to: ['bo'], neededBy: { in: 2 } })).items
  assert.deepEqual(covered.cover, {
    to: { handle: 'caio', name: 'Caio Lima' },
    deliverAt: '2026-11-23T19:00:00Z',
    due: '2026-11-25T20:00:00Z',
  })
  assert.equal((await preview({ to: ['bo'], neededBy: { on: '2026-12-15' } })).items[0].cover, null)
  assert.equal((await preview({ to: ['bo'], attention: 'digest' })).items[0].cover, null)
  await goAway(bo, { from: '2026-11-23', to: '2026-12-04', cover: 'support' })
  const [byTeam] = (await preview({ to: ['bo'], neededBy: { in: 2 } })).items
  assert.deepEqual([byTeam.cover.to, byTeam.cover.due], [{ slug: 'support', name: 'Support' }, '2026-11-25T20:00:00Z'])
})

test('who stands in is not named to those who do not see them, nor where they cannot be reached', async () => {
  for (const cover of ['den', 'nobody', 'ann']) {
    await goAway(bo, { from: '2026-11-23', to: '2026-12-04', cover })
    assert.equal((await preview({ to: ['bo'], neededBy: { in: 2 } })).items[0].cover, null, cover)
  }
})

test('a rotation is previewed by whoever is on call when it comes, and is asked as was said', async () => {
  await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })
  const idle = await preview({ to: ['duty'] })
  assert.deepEqual([idle.status, idle.errors[0].path], [422, 'to.0'])
  for (const [person, layer, start, end] of [
    ['ann', 1, '2026-11-23T18:00:00Z', '2026-11-23T20:00:00Z'],
    ['caio', 2, '2026-11-23T19:00:00Z', '2026-11-25T20:00:00Z'],
  ]) {
    await baton.call(ann, 'PUT', `/rotations/duty/members/${person}`)
    assert.equal((await baton.call(ann, 'POST', '/rotations/duty/shifts', { person, layer, start, end })).status, 201)
  }
  const [previewed] = (await preview({ to: ['duty'], space: 'support', neededBy: { in: 1 } }, bo)).items
  assert.deepEqual([previewed.to, previewed.members, previewed.first.handle], [{ slug: 'duty', name: 'Duty' }, null, 'caio'])
  const asks = [{ to: 'duty', verb: 'answer', text: 'Why?', neededBy: { in: 1 } }]
  const [asked] = (await baton.call(bo, 'POST', '/threads', { space: 'support', title: 'Why', body: 'Why?', asks })).body.asks
  assert.deepEqual([asked.owner.handle, asked.deliverAt, asked.due], ['caio', previewed.deliverAt, previewed.due])
})

test('statements do not grow with who is asked', async () => {
  await goAway(bo, { from: '2026-11-23', to: '2026-12-04', cover: 'support' })
  const count = async (to: string[]) => (await baton.statements(() => preview({ to, neededBy: { in: 2 } }))).length
  const few = await count(['bo', 'support'])
  await baton.person({ handle: 'eve' })
  await baton.call(bo, 'POST', '/spaces', { slug: 'other', name: 'Other' })
  assert.equal(await count(['bo', 'support', 'eve', 'caio', 'other']), few)
})
