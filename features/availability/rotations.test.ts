import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone
let cy: Someone
let dee: Someone
let gil: Someone
let slug = ''
let count = 0

before(async () => {
  baton = await startBaton({ at: '2026-11-23T09:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind', timeZone: 'Asia/Kolkata' })
  cy = await baton.person({ handle: 'cy', name: 'Cy Duarte', timeZone: 'America/Sao_Paulo' })
  dee = await baton.person({ handle: 'dee', name: 'Dee Osei' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'client', name: 'Client', visibility: 'private' })
  gil = await baton.person({ handle: 'gil', role: 'guest', spaces: ['client'] })
})
after(() => baton.close())

/** A rotation of Bo's with Cy in it. */
beforeEach(async () => {
  baton.clock.set('2026-11-23T09:00:00Z')
  slug = `pager-${(count += 1)}`
  const made = await baton.call(bo, 'POST', '/rotations', { slug, name: 'Pager' })
  assert.equal(made.status, 201)
  assert.equal((await baton.call(bo, 'PUT', `/rotations/${slug}/members/cy`)).status, 200)
})

const shift = (who: Someone, person: string, [start, end]: [string, string], layer = 1): Promise<Answer> =>
  baton.call(who, 'POST', `/rotations/${slug}/shifts`, { person, layer, start, end })
const shifts = (who: Someone, from: string, to: string): Promise<Answer> =>
  baton.call(who, 'GET', `/rotations/${slug}/shifts?from=${from}&to=${to}`)
const handlesOf = (people: readonly { handle: string }[]): string[] => people.map(({ handle }) => handle)
const turnsOf = (answer: Answer): string[] =>
  answer.body.items.map(({ person, layer, start, end }: { person: { handle: string }; layer: number; start: string; end: string }) =>
    [person.handle, layer, start.slice(5, 16), end.slice(5, 16)].join(' '),
  )

const morning: [string, string] = ['2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z']
const noon: [string, string] = ['2026-11-23T12:00:00Z', '2026-11-23T16:00:00Z']
const evening: [string, string] = ['2026-11-23T18:00:00Z', '2026-11-23T22:00:00Z']

test('whoever makes a rotation is its first member, and its slug is a name like any other', async () => {
  const { body } = await baton.call(bo, 'GET', `/rotations/${slug}`)
  assert.deepEqual(
    [handlesOf(body.members), body.member, body.escalateAfter, body.wholeWorkspace, body.onShift],
    [['bo', 'cy'], true, 5, false, []],
  )
  assert.equal((await baton.call(ann, 'POST', '/rotations', { slug: 'bo', name: 'Bo' })).body.code, 'name.taken')
  assert.equal((await baton.call(ann, 'POST', '/spaces', { slug, name: 'Pager' })).body.code, 'name.taken')
  assert.equal((await baton.call(gil, 'POST', '/rotations', { slug: 'mine', name: 'Mine' })).body.code, 'rotation.not_for_guests')
})

test('members, owners and admins change a rotation; nobody else does, and a guest is in none', async () => {
  const path = `/rotations/${slug}`
  assert.equal((await baton.call(dee, 'PATCH', path, { name: 'Other' })).body.code, 'rotation.not_yours')
  assert.equal((await baton.call(dee, 'PUT', `${path}/members/dee`)).status, 403)
  assert.equal((await shift(dee, 'bo', morning)).status, 403)
  assert.equal((await baton.call(cy, 'PATCH', path, { name: 'Night', escalateAfter: 10 })).body.escalateAfter, 10)
  assert.equal((await baton.call(ann, 'PATCH', path, { purpose: 'When it burns' })).body.purpose, 'When it burns')
  assert.equal((await baton.call(bo, 'PUT', `${path}/members/gil`)).body.code, 'rotation.guest')
  assert.equal((await baton.call(bo, 'PATCH', path, { escalateAfter: 0 })).status, 422)
})

test('another name or purpose of a rotation than was seen is not replaced', async () => {
  const path = `/rotations/${slug}`
  const seen = (await baton.call(bo, 'GET', path)).headers.get('etag') ?? ''
  const change = (purpose: string): Promise<Answer> => baton.call(bo, 'PATCH', path, { purpose }, { 'if-match': seen })
  assert.equal((await change('When it burns')).body.purpose, 'When it burns')
  const stale = await change('At night')
  assert.deepEqual([stale.status, stale.body.code], [412, 'rotation.text_changed'])
  assert.equal((await baton.call(bo, 'GET', path)).body.purpose, 'When it burns')
})

test('now says who has each layer, until when, and who is next', async () => {
  await shift(bo, 'bo', morning)
  await shift(bo, 'cy', noon)
  await shift(bo, 'cy', ['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'], 2)
  const { body } = await baton.call(dee, 'GET', `/rotations/${slug}/now`)
  assert.equal(body.gap, null)
  assert.deepEqual(body.layers, [
    {
      layer: 1,
      now: { layer: 1, person: { handle: 'bo', name: 'Bo Lind' }, until: '2026-11-23T12:00:00Z' },
      next: { person: { handle: 'cy', name: 'Cy Duarte' }, from: '2026-11-23T12:00:00Z', until: '2026-11-23T16:00:00Z', after: null },
    },
    { layer: 2, now: { layer: 2, person: { handle: 'cy', name: 'Cy Duarte' }, until: '2026-11-24T08:00:00Z' }, next: null },
  ])
  await shift(bo, 'bo', ['2026-11-23T16:00:00Z', '2026-11-23T18:00:00Z'])
  const after = await baton.call(dee, 'GET', `/rotations/${slug}/now`)
  assert.deepEqual(after.body.layers[0].next.after, { handle: 'bo', name: 'Bo Lind' }, 'who begins where that one ends')
  const listed = await baton.call(dee, 'GET', '/rotations?limit=100')
  const own = listed.body.items.find((rotation: { slug: string }) => rotation.slug === slug)
  assert.deepEqual(
    own.onShift.map(({ person }: { person: { handle: string } }) => person.handle),
    ['bo', 'cy'],
  )
})

test('a stretch in which nobody has layer 1 is a gap, now and ahead', async () => {
  await shift(bo, 'bo', noon)
  await shift(bo, 'cy', evening)
  assert.deepEqual((await baton.call(bo, 'GET', `/rotations/${slug}/now`)).body.gap, { until: '2026-11-23T12:00:00Z' })
  const { body } = await shifts(bo, '2026-11-23T12:00:00Z', '2026-11-23T23:00:00Z')
  assert.deepEqual(body.gaps, [
    { start: '2026-11-23T16:00:00Z', end: '2026-11-23T18:00:00Z' },
    { start: '2026-11-23T22:00:00Z', end: '2026-11-23T23:00:00Z' },
  ])
  baton.clock.set('2026-11-23T23:00:00Z')
  assert.deepEqual((await baton.call(bo, 'GET', `/rotations/${slug}/now`)).body.gap, { until: null })
})

test('of one layer no two shifts overlap, also when two are given at once', async () => {
  const answers = await Promise.all([shift(bo, 'bo', morning), shift(cy, 'cy', ['2026-11-23T11:00:00Z', '2026-11-23T13:00:00Z'])])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [201, 409],
  )
  const refused = answers.find(({ status }) => status === 409)
  assert.equal(refused?.body.code, 'shift.overlaps')
  assert.match(refused?.body.detail, /(Bo Lind|Cy Duarte) has this layer from 2026-11-23T/)
  assert.equal((await shift(bo, 'cy', morning, 2)).status, 201)
})

test('a shift is somebody’s who is in the rotation, and ends after it begins', async () => {
  assert.equal((await shift(bo, 'dee', morning)).body.code, 'shift.no_member')
  assert.equal((await shift(bo, 'nobody', morning)).body.errors[0].path, 'person')
  assert.equal((await shift(bo, 'bo', [noon[1], noon[0]])).body.errors[0].path, 'end')
  assert.equal((await shift(bo, 'bo', morning, 6)).status, 422)
  assert.equal((await shifts(bo, '2026-11-01T00:00:00Z', '2027-02-01T00:00:00Z')).status, 422)
})

test('a pattern writes a shift a week, all or none, over the change of the clocks as well', async () => {
  const pattern = { people: ['bo', 'cy'], from: '2027-03-15', weekday: 1, time: '09:00', timeZone: 'Europe/Lisbon', weeks: 3 }
  const key = { 'idempotency-key': `plan ${slug}` }
  const planned = await baton.call(bo, 'POST', `/rotations/${slug}/shifts/plan`, pattern, key)
  assert.deepEqual([planned.status, planned.body], [201, { count: 3, start: '2027-03-15T09:00:00Z', end: '2027-04-05T08:00:00Z' }])
  assert.deepEqual((await baton.call(bo, 'POST', `/rotations/${slug}/shifts/plan`, pattern, key)).body, planned.body)
  const { body } = await baton.call(bo, 'POST', `/rotations/${slug}/shifts/plan`, { ...pattern, from: '2027-03-01', weeks: 3 })
  assert.equal(body.code, 'shift.overlaps')
  const all = await shifts(bo, '2027-03-01T00:00:00Z', '2027-04-05T08:00:00Z')
  assert.deepEqual(turnsOf(all), ['bo 1 03-15T09:00 03-22T09:00', 'cy 1 03-22T09:00 03-29T08:00', 'bo 1 03-29T08:00 04-05T08:00'])
  assert.deepEqual(all.body.gaps, [{ start: '2027-03-01T00:00:00Z', end: '2027-03-15T09:00:00Z' }])
  const refused = await baton.call(bo, 'POST', `/rotations/${slug}/shifts/plan`, { ...pattern, people: ['bo', 'dee'], layer: 2 })
  assert.equal(refused.body.code, 'shift.no_member')
  assert.equal((await baton.call(bo, 'POST', `/rotations/${slug}/shifts/plan`, { ...pattern, time: '25:00' })).status, 422)
})

test('what lies behind stays as it was: a running shift changes hands from now on', async () => {
  const { body } = await shift(bo, 'bo', morning)
  const changed = await baton.call(cy, 'PATCH', `/shifts/${body.id}`, { person: 'cy' })
  assert.deepEqual([changed.body.person.handle, changed.body.start, changed.body.end], ['cy', '2026-11-23T09:00:00Z', morning[1]])
  assert.deepEqual(turnsOf(await shifts(bo, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')), [
    'bo 1 11-23T08:00 11-23T09:00',
    'cy 1 11-23T09:00 11-23T12:00',
  ])
  assert.equal((await baton.call(bo, 'PATCH', `/shifts/${body.id}`, { person: 'cy' })).body.code, 'shift.over')
  baton.clock.advance({ minutes: 5 })
  const begun = await baton.call(bo, 'PATCH', `/shifts/${changed.body.id}`, { start: '2026-11-23T08:30:00Z' })
  assert.equal(begun.body.code, 'shift.running')
  assert.equal((await baton.call(bo, 'DELETE', `/shifts/${changed.body.id}`)).status, 200)
  assert.deepEqual(turnsOf(await shifts(bo, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')).at(-1), 'cy 1 11-23T09:00 11-23T09:05')
})

test('a shift to come is moved, given to another, or taken away', async () => {
  const { body } = await shift(bo, 'bo', noon)
  await shift(bo, 'cy', evening)
  const moved = await baton.call(bo, 'PATCH', `/shifts/${body.id}`, { end: evening[0], person: 'cy' })
  assert.deepEqual([moved.body.id, moved.body.end, moved.body.person.handle], [body.id, evening[0], 'cy'])
  assert.equal((await baton.call(bo, 'PATCH', `/shifts/${body.id}`, { end: evening[1] })).body.code, 'shift.overlaps')
  assert.equal((await baton.call(dee, 'DELETE', `/shifts/${body.id}`)).status, 403)
  assert.equal((await baton.call(bo, 'DELETE', `/shifts/${body.id}`)).status, 200)
  assert.equal((await baton.call(bo, 'GET', `/shifts/${body.id}`)).status, 404)
})

test('a shift is offered, and is the other’s once they accept', async () => {
  const { body } = await shift(bo, 'bo', noon)
  const offered = await baton.call(bo, 'POST', `/shifts/${body.id}/swaps`, { to: 'cy', note: 'A wedding' })
  assert.equal(offered.status, 201)
  const { swap } = offered.body
  assert.deepEqual(
    [swap.from.handle, swap.to.handle, swap.by.handle, swap.note, swap.may],
    ['bo', 'cy', 'bo', 'A wedding', { accept: false, decline: false, withdraw: true }],
  )
  assert.equal((await baton.call(bo, 'POST', `/shifts/${body.id}/swaps`, { to: 'cy' })).body.code, 'swap.open')
  assert.equal((await baton.call(bo, 'POST', `/swaps/${swap.id}/accept`)).body.code, 'swap.not_yours')
  assert.equal((await baton.call(ann, 'POST', `/swaps/${swap.id}/accept`)).body.code, 'swap.not_yours')
  const answers = await Promise.all([
    baton.call(cy, 'POST', `/swaps/${swap.id}/accept`),
    baton.call(cy, 'POST', `/swaps/${swap.id}/accept`),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
  assert.equal((await baton.call(bo, 'GET', `/shifts/${body.id}`)).body.person.handle, 'cy')
  const kept = await baton.db
    .selectFrom('swap_settlements')
    .where('swap_id', '=', swap.id)
    .select(['state', 'settled_by'])
    .executeTakeFirst()
  assert.deepEqual(kept, { state: 'accepted', settled_by: cy.id })
})

test('somebody offers to take a shift, and whoever has it accepts or says no', async () => {
  const { body } = await shift(bo, 'bo', noon)
  const wanted = await baton.call(cy, 'POST', `/shifts/${body.id}/swaps`, {})
  assert.deepEqual([wanted.body.swap.from.handle, wanted.body.swap.to.handle, wanted.body.swap.may.withdraw], ['bo', 'cy', true])
  assert.equal((await baton.call(cy, 'POST', `/swaps/${wanted.body.swap.id}/accept`)).status, 403)
  assert.equal((await baton.call(bo, 'POST', `/swaps/${wanted.body.swap.id}/decline`)).status, 200)
  assert.equal((await baton.call(bo, 'GET', `/shifts/${body.id}`)).body.swap, null)
  assert.equal((await baton.call(bo, 'POST', `/swaps/${wanted.body.swap.id}/accept`)).body.code, 'swap.settled')
  assert.equal((await baton.call(dee, 'POST', `/shifts/${body.id}/swaps`, {})).body.code, 'shift.not_yours')
  assert.equal((await baton.call(bo, 'POST', `/shifts/${body.id}/swaps`, {})).body.code, 'shift.your_own')
  assert.equal((await baton.call(bo, 'POST', `/shifts/${body.id}/swaps`, { to: 'dee' })).body.code, 'shift.no_member')
})

test('an offer holds only while the shift is as it was', async () => {
  const { body } = await shift(bo, 'bo', noon)
  const { swap } = (await baton.call(bo, 'POST', `/shifts/${body.id}/swaps`, { to: 'cy' })).body
  await baton.call(bo, 'PATCH', `/shifts/${body.id}`, { end: '2026-11-23T17:00:00Z' })
  assert.equal((await baton.call(cy, 'POST', `/swaps/${swap.id}/accept`)).body.code, 'swap.outdated')
  assert.equal((await baton.call(bo, 'GET', `/shifts/${body.id}`)).body.swap, null)
  await baton.call(bo, 'DELETE', `/shifts/${body.id}`)
  assert.equal((await baton.call(cy, 'POST', `/swaps/${swap.id}/accept`)).body.code, 'swap.outdated')
})

test('whoever leaves a rotation leaves its shifts open; whoever is deactivated has none', async () => {
  await shift(bo, 'cy', morning)
  await shift(bo, 'cy', noon)
  await shift(bo, 'dee', evening)
  await baton.call(bo, 'DELETE', `/rotations/${slug}/members/cy`)
  assert.deepEqual(turnsOf(await shifts(bo, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z')), ['cy 1 11-23T08:00 11-23T09:00'])
  await baton.call(bo, 'PUT', `/rotations/${slug}/members/dee`)
  await shift(bo, 'dee', morning)
  await baton.call(ann, 'PATCH', '/people/dee', { active: false })
  const now = await baton.call(bo, 'GET', `/rotations/${slug}/now`)
  assert.deepEqual([now.body.layers, now.body.gap], [[], { until: null }])
  assert.deepEqual((await baton.call(bo, 'GET', `/rotations/${slug}`)).body.onShift, [])
  assert.equal((await shift(bo, 'bo', noon)).status, 201)
  await baton.call(ann, 'PATCH', '/people/dee', { active: true })
})

test('one rotation is the whole workspace’s, chosen by owners and admins', async () => {
  assert.equal((await baton.call(bo, 'PATCH', `/rotations/${slug}`, { wholeWorkspace: true })).body.code, 'rotation.not_yours')
  assert.equal((await baton.call(ann, 'PATCH', `/rotations/${slug}`, { wholeWorkspace: true })).body.wholeWorkspace, true)
  await baton.call(ann, 'POST', '/rotations', { slug: `other-${slug}`, name: 'Other' })
  assert.equal((await baton.call(ann, 'PATCH', `/rotations/other-${slug}`, { wholeWorkspace: true })).body.wholeWorkspace, true)
  assert.equal((await baton.call(ann, 'GET', `/rotations/${slug}`)).body.wholeWorkspace, false)
  assert.equal((await baton.call(ann, 'PATCH', `/rotations/other-${slug}`, { wholeWorkspace: false })).body.wholeWorkspace, false)
})

test('a guest sees the rotations of their spaces, and in them whom they meet', async () => {
  await shift(bo, 'bo', morning)
  assert.equal((await baton.call(gil, 'GET', `/rotations/${slug}`)).status, 404)
  assert.equal((await baton.call(ann, 'PATCH', '/spaces/client', { rotation: slug })).body.rotation, slug)
  const { body } = await baton.call(gil, 'GET', `/rotations/${slug}`)
  assert.deepEqual(
    [body.members, body.onShift, handlesOf(body.spaces.map(({ slug: handle }: { slug: string }) => ({ handle }))), body.may.change],
    [[], [], ['client'], false],
  )
  const seen = await shifts(gil, '2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')
  assert.deepEqual([seen.body.items, seen.body.gaps], [[], []])
  assert.equal((await baton.call(bo, 'GET', `/rotations/${slug}`)).body.spaces.length, 0)
  await baton.call(ann, 'PUT', '/spaces/client/members/bo')
  assert.deepEqual(handlesOf((await baton.call(gil, 'GET', `/rotations/${slug}`)).body.members), ['bo'])
  assert.deepEqual(turnsOf(await shifts(gil, '2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')).length, 1)
  const [{ id }] = (await shifts(gil, '2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')).body.items
  await baton.call(ann, 'PUT', `/rotations/${slug}/members/cy`)
  assert.equal((await baton.call(bo, 'POST', `/shifts/${id}/swaps`, { to: 'cy', note: 'For Cy alone' })).body.swap.to.handle, 'cy')
  assert.equal((await baton.call(gil, 'GET', `/shifts/${id}`)).body.swap, null)
  assert.deepEqual((await shifts(gil, '2026-11-23T08:00:00Z', '2026-11-23T12:00:00Z')).body.items[0].swap, null)
  await baton.call(ann, 'PUT', '/spaces/client/members/cy')
  assert.equal((await baton.call(gil, 'GET', `/shifts/${id}`)).body.swap.to.handle, 'cy')
  await baton.call(ann, 'DELETE', '/spaces/client/members/cy')
  assert.equal((await baton.call(gil, 'PATCH', `/rotations/${slug}`, { name: 'Mine' })).status, 403)
  await baton.call(ann, 'DELETE', '/spaces/client/members/bo')
  assert.equal((await baton.call(ann, 'PATCH', '/spaces/client', { rotation: null })).body.rotation, null)
  assert.equal((await baton.call(ann, 'PATCH', '/spaces/client', { rotation: 'nobodys' })).body.code, 'rotation.not_found')
})

test('as many statements for many rotations and shifts as for one', async () => {
  await shift(bo, 'bo', morning)
  await shift(bo, 'cy', noon)
  assert.equal((await baton.statements(() => baton.call(bo, 'GET', '/rotations?limit=100'))).length, 2)
  assert.equal((await baton.statements(() => baton.call(bo, 'GET', `/rotations/${slug}/now`))).length, 3)
  assert.equal((await baton.statements(() => shifts(bo, '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'))).length, 3)
})

test('nothing of this was an error', () => {
  assert.deepEqual(baton.faults, [])
})
