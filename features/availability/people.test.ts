import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone
let cy: Someone
let gil: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind', timeZone: 'Asia/Kolkata' })
  cy = await baton.person({ handle: 'cy', name: 'Cy Duarte', timeZone: 'America/Sao_Paulo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'client', name: 'Client', visibility: 'private' })
  gil = await baton.person({ handle: 'gil', role: 'guest', spaces: ['client'] })
})
after(() => baton.close())

const patch = (who: Someone, handle: string, body: object): Promise<Answer> => baton.call(who, 'PATCH', `/people/${handle}`, body)
const handles = (answer: Answer): string[] => answer.body.items.map((person: { handle: string }) => person.handle)

test('a person stands in an answer with their own time', async () => {
  const { body } = await baton.call(ann, 'GET', '/people/bo')
  assert.deepEqual(
    [
      body.handle,
      body.name,
      body.role,
      body.active,
      body.timeZone,
      body.localTime,
      body.localDate,
      body.working,
      body.nextReachable,
      body.hoursSet,
    ],
    ['bo', 'Bo Lind', 'member', true, 'Asia/Kolkata', '00:30', '2026-11-24', false, '2026-11-24T03:30:00Z', false],
  )
  assert.deepEqual((await baton.call(ann, 'GET', `/people/${bo.id}`)).body, body)
  assert.equal((await baton.call(cy, 'GET', '/people/cy')).body.working, true)
})

test('a person is themselves by the word me', async () => {
  assert.equal((await baton.call(bo, 'GET', '/people/me')).body.handle, 'bo')
  const { body } = await baton.call(bo, 'GET', '/me')
  assert.deepEqual(
    [body.person.handle, body.workspace, body.may],
    [
      'bo',
      { name: 'Halyard', slug: 'halyard', backAndForth: 3 },
      { administer: false, invite: false, inviteGuests: true, makeSpaces: true },
    ],
  )
})

test('people are listed by handle, in pages, and found by the beginning of a name', async () => {
  const first = await baton.call(ann, 'GET', '/people?limit=3')
  const rest = await baton.call(ann, 'GET', `/people?limit=3&after=${first.body.next}`)
  assert.deepEqual([handles(first), handles(rest), rest.body.next], [['ann', 'bo', 'cy'], ['gil'], null])
  assert.deepEqual(handles(await baton.call(ann, 'GET', '/people?q=dua')), ['cy'])
  assert.deepEqual(handles(await baton.call(ann, 'GET', '/people?q=%25')), [])
  assert.equal((await baton.call(ann, 'GET', '/people?after=nonsense')).status, 422)
})

test('a character that cannot be stored is refused in addresses as well', async () => {
  assert.equal((await baton.call(ann, 'GET', '/people/%00')).status, 404)
  assert.equal((await baton.call(ann, 'GET', '/people?q=%00')).body.code, 'request.nul_character')
})

test('as many statements for a hundred people as for one', async () => {
  const list = (limit: number) => baton.statements(() => baton.call(ann, 'GET', `/people?limit=${limit}`))
  assert.deepEqual([(await list(1)).length, (await list(100)).length], [2, 2])
  assert.equal((await baton.statements(() => baton.call(ann, 'GET', '/people/bo'))).length, 2)
  assert.equal((await baton.statements(() => baton.call(ann, 'GET', '/me'))).length, 3)
  const days = (people: string) => baton.statements(() => baton.call(ann, 'GET', `/availability/days?people=${people}`))
  assert.deepEqual([(await days('ann')).length, (await days('ann,bo,nobody')).length], [2, 2])
})

test('a guest sees who is a member of a space with them, and nobody else exists', async () => {
  assert.deepEqual(handles(await baton.call(gil, 'GET', '/people')), ['ann', 'gil'])
  const [hidden, absent] = [await baton.call(gil, 'GET', '/people/bo'), await baton.call(gil, 'GET', '/people/nobody')]
  assert.deepEqual([hidden.status, hidden.body], [404, absent.body])
  for (const path of [
    `/people/${bo.id}`,
    '/people/bo/calendar',
    '/people/bo/availability?from=2026-11-23&to=2026-11-24',
    '/availability/next?people=bo',
  ]) {
    assert.equal((await baton.call(gil, 'GET', path)).status, 404, path)
  }
  assert.equal((await patch(gil, 'bo', { name: 'Bob' })).status, 404)
  const preview = await baton.call(gil, 'POST', '/attention/preview', { to: ['ann', 'bo'] })
  assert.deepEqual([preview.status, preview.body.errors[0].path], [404, 'to.1'])
  assert.equal(
    (
      await baton.call(gil, 'POST', '/availability/overlap', {
        people: ['bo'],
        from: '2026-11-23T00:00:00Z',
        to: '2026-11-24T00:00:00Z',
        minutes: 30,
      })
    ).status,
    404,
  )
  assert.deepEqual((await baton.call(gil, 'GET', '/availability/days?people=ann,bo')).body.items.length, 1)
  assert.deepEqual(handles(await baton.call(bo, 'GET', '/people')), ['ann', 'bo', 'cy', 'gil'])
})

test('one changes one’s own profile, and nobody else’s', async () => {
  const changed = await patch(bo, 'bo', {
    name: 'Bo L.',
    capacity: 'busy',
    status: 'Writing',
    statusUntil: '2026-11-24T12:00:00Z',
    readme: 'Mornings are best.',
    digestMail: false,
  })
  assert.equal(changed.status, 200)
  const { body } = await baton.call(cy, 'GET', '/people/bo')
  assert.deepEqual(
    [body.name, body.capacity, body.capacityUntil, body.status, body.statusUntil, body.readme],
    ['Bo L.', 'busy', null, 'Writing', '2026-11-24T12:00:00Z', 'Mornings are best.'],
  )
  assert.deepEqual([body.email, body.digestMail, changed.body.email, changed.body.digestMail], [null, null, 'bo@halyard.example', false])
  assert.deepEqual([body.may.edit, changed.body.may.edit], [false, true])
  const refused = await patch(ann, 'bo', { name: 'Bobby' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'person.not_you'])
})

test('another README than was seen is not replaced, whatever else changed', async () => {
  const seen = { 'if-match': (await baton.call(cy, 'GET', '/people/me')).headers.get('etag') ?? '' }
  assert.equal((await patch(cy, 'me', { status: 'Away from the desk' })).status, 200)
  assert.equal((await baton.call(cy, 'PATCH', '/people/me', { readme: 'On the train.' }, seen)).status, 200)
  const stale = await baton.call(cy, 'PATCH', '/people/me', { readme: 'At the desk.' }, seen)
  assert.deepEqual([stale.status, stale.body.code], [412, 'person.text_changed'])
})

test('one chooses one’s language, clock and first day of the week; it is nobody else’s business', async () => {
  const wishes = ({ body }: { body: Record<string, unknown> }) => [body['language'], body['clock'], body['weekStart']]
  assert.deepEqual(wishes(await baton.call(bo, 'GET', '/people/me')), [null, null, null])
  assert.deepEqual(wishes(await patch(bo, 'me', { language: 'ar', clock: 12, weekStart: 6 })), ['ar', 12, 6])
  assert.deepEqual(wishes(await patch(bo, 'me', { language: 'ja' })), ['ja', 12, 6])
  assert.deepEqual(wishes(await baton.call(cy, 'GET', '/people/bo')), [null, null, null])
  assert.deepEqual(wishes(await patch(bo, 'me', { language: null, clock: null, weekStart: null })), [null, null, null])
  for (const wrong of [{ language: 'fr' }, { clock: 13 }, { weekStart: 0 }, { weekStart: 1.5 }]) {
    const { status, body } = await patch(bo, 'me', wrong)
    assert.deepEqual([status, body.errors[0].path], [422, Object.keys(wrong)[0]])
  }
})

test('one chooses one’s keys, on whichever device; it is nobody else’s business, and nothing but acts and keys is kept', async () => {
  const keysOf = async (who: Someone, of = 'me'): Promise<unknown> => (await baton.call(who, 'GET', `/people/${of}`)).body.keys
  assert.equal(await keysOf(bo), null)
  const chosen = { map: { p: 'y', c: '', 'g t': 'shift+arrowup', '/': 'g ü' }, single: false }
  assert.equal((await patch(bo, 'me', { keys: chosen })).status, 200)
  assert.deepEqual(await keysOf(bo), { ...chosen, version: 1 })
  assert.deepEqual((await baton.call(bo, 'GET', '/today')).body.person.keys, { ...chosen, version: 1 })
  assert.equal(await keysOf(cy, 'bo'), null)
  assert.equal(await keysOf(ann, 'bo'), null)
  assert.deepEqual((await patch(bo, 'me', { keys: { map: {}, single: true } })).body.keys, { map: {}, single: true, version: 2 })
  const wrong = [{ b: 'y' }, { d: 'escape' }, { d: 'mod+y' }, { d: 'Y' }, { d: 'a b c' }, { d: 'x'.repeat(9) }, { d: ' ' }, { d: 1 }]
  for (const map of wrong) assert.equal((await patch(bo, 'me', { keys: { map, single: true } })).status, 422, JSON.stringify(map))
  assert.equal((await patch(bo, 'me', { keys: { map: { d: 'enter' }, single: true } })).body.errors[0].path, 'keys.map.d')
  assert.equal((await patch(bo, 'me', { keys: { map: {} } })).status, 422)
  assert.equal((await patch(ann, 'bo', { keys: chosen })).body.code, 'person.not_you')
})

test('a status and a capacity end when they say', async () => {
  await patch(cy, 'me', {
    status: 'At the dentist',
    statusUntil: '2026-11-23T20:00:00Z',
    capacity: 'full',
    capacityUntil: '2026-11-23T20:00:00Z',
  })
  baton.clock.set('2026-11-23T20:00:00Z')
  const { body } = await baton.call(ann, 'GET', '/people/cy')
  assert.deepEqual([body.status, body.statusUntil, body.capacity, body.capacityUntil], ['', null, 'open', null])
  const past = await patch(cy, 'me', { status: 'Gone', statusUntil: '2026-11-23T19:59:00Z' })
  assert.deepEqual([past.status, past.body.errors[0].path], [422, 'statusUntil'])
})

test('owners change roles; admins all but owners; members none', async () => {
  assert.equal((await patch(bo, 'cy', { role: 'admin' })).body.code, 'person.role_not_allowed')
  assert.equal((await patch(bo, 'bo', { role: 'owner' })).status, 403)
  assert.equal((await patch(ann, 'bo', { role: 'admin' })).body.role, 'admin')
  const boAdmin = await adminToken('bo')
  assert.equal((await baton.call(boAdmin, 'PATCH', '/people/cy', { role: 'owner' })).status, 403)
  assert.equal((await baton.call(boAdmin, 'PATCH', '/people/ann', { role: 'member' })).status, 403)
  assert.equal((await baton.call(boAdmin, 'PATCH', '/people/ann', { active: false })).status, 403)
  assert.equal((await baton.call(boAdmin, 'PATCH', '/people/cy', { role: 'guest' })).body.role, 'guest')
  assert.equal((await baton.call(boAdmin, 'PATCH', '/people/cy', { role: 'member' })).body.role, 'member')
  assert.equal((await patch(ann, 'bo', { role: 'member' })).body.role, 'member')
})

async function adminToken(handle: string): Promise<string> {
  const signedIn = await baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password: 'seven quiet lanterns' })
  const cookie = (signedIn.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  return (await baton.call(null, 'POST', '/tokens', { name: 'Admin', scopes: ['admin'] }, { cookie })).body.token
}

test('the last owner stays, also when two leave at once', async () => {
  assert.equal((await patch(ann, 'ann', { role: 'member' })).body.code, 'person.last_owner')
  assert.equal((await patch(ann, 'ann', { active: false })).body.code, 'person.self')
  assert.equal((await patch(ann, 'bo', { role: 'owner' })).status, 200)
  const boOwner = await adminToken('bo')
  const answers = await Promise.all([patch(ann, 'me', { role: 'member' }), baton.call(boOwner, 'PATCH', '/people/me', { role: 'member' })])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [200, 409],
  )
  const left = answers[0]?.status === 409 ? ann : boOwner
  const other = answers[0]?.status === 409 ? 'bo' : 'ann'
  assert.equal((await baton.call(left, 'PATCH', `/people/${other}`, { role: 'owner' })).status, 200)
  assert.equal((await patch(ann, 'bo', { role: 'member' })).status, 200)
})

test('deactivation ends sign-in and keeps the person', async () => {
  const signIn = () => baton.call(null, 'POST', '/sign-in', { email: 'cy@halyard.example', password: 'seven quiet lanterns' })
  assert.equal((await patch(bo, 'cy', { active: false })).body.code, 'person.deactivation_not_allowed')
  const gone = await patch(ann, 'cy', { active: false })
  assert.deepEqual([gone.body.active, gone.body.nextReachable, gone.body.working, gone.body.may.reactivate], [false, null, false, true])
  assert.equal((await baton.call(cy, 'GET', '/me')).status, 401)
  assert.equal((await signIn()).status, 401)
  assert.deepEqual(handles(await baton.call(bo, 'GET', '/people?active=false')), ['cy'])
  assert.equal((await baton.call(bo, 'GET', '/people/cy')).body.name, 'Cy Duarte')
  const preview = await baton.call(bo, 'POST', '/attention/preview', { to: ['ann', 'cy'] })
  assert.deepEqual([preview.status, preview.body.errors[0].path], [422, 'to.1'])
  assert.equal((await patch(ann, 'cy', { active: false })).status, 200)
  assert.equal((await patch(ann, 'cy', { active: true })).body.active, true)
  assert.equal((await baton.call(cy, 'GET', '/me')).status, 401)
  assert.equal((await signIn()).status, 200)
  const types = await baton.db
    .selectFrom('events')
    .select('type')
    .where('type', 'in', ['person.deactivated', 'person.reactivated'])
    .execute()
  assert.deepEqual(types.map((event) => event.type).toSorted(), ['person.deactivated', 'person.reactivated'])
})

test('owners and admins add people who have no sign-in yet', async () => {
  const body = { handle: 'dee', name: 'Dee', timeZone: 'Asia/Kathmandu' }
  const key = { 'idempotency-key': 'dee' }
  const [made, again] = await Promise.all([baton.call(ann, 'POST', '/people', body, key), baton.call(ann, 'POST', '/people', body, key)])
  assert.deepEqual([made.status, again.status, again.body.id], [201, 201, made.body.id])
  assert.deepEqual([made.body.localTime, made.body.role], ['01:45', 'member'])
  const taken = await baton.call(ann, 'POST', '/people', { ...body, name: 'Another' })
  assert.deepEqual([taken.status, taken.body.errors[0].path], [409, 'handle'])
  assert.equal((await baton.call(bo, 'POST', '/people', { ...body, handle: 'eve' })).status, 403)
})

test('nothing of this was an error', () => {
  assert.deepEqual(baton.faults, [])
})

test('who is away says until when, and who covers as far as the reader sees them', async () => {
  const eve = await baton.person({ handle: 'eve', timeZone: 'America/Sao_Paulo' })
  const day = [['09:00', '17:00']]
  const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day }
  const awayWith = async (cover: string | null, from = '2026-11-23') => {
    const away = [{ from, to: '2026-12-04', ...(cover === null ? {} : { cover }) }]
    const { status } = await baton.call(eve, 'PUT', '/people/me/calendar', { timeZone: 'America/Sao_Paulo', weekly, away })
    assert.equal(status, 200)
  }
  const awayFor = async (who: Someone) => (await baton.call(who, 'GET', '/people/eve')).body.away
  assert.equal(await awayFor(ann), null)
  // The 4th is a Friday.
  const back = { on: '2026-12-07', at: '2026-12-07T12:00:00Z' }
  await awayWith('bo')
  assert.deepEqual(await awayFor(ann), { until: '2026-12-04', back, cover: { handle: 'bo', name: 'Bo L.' } })
  const listed = (await baton.call(ann, 'GET', '/people')).body.items.find(({ handle }: { handle: string }) => handle === 'eve')
  assert.deepEqual(listed.away, await awayFor(ann))
  // A space that Bo does not see is no name for him, on the person or in the calendar.
  await awayWith('client')
  assert.deepEqual(
    [await awayFor(bo), await awayFor(ann)],
    [
      { until: '2026-12-04', back, cover: null },
      { until: '2026-12-04', back, cover: { slug: 'client', name: 'Client' } },
    ],
  )
  const coverIn = async (who: Someone) => (await baton.call(who, 'GET', '/people/eve/calendar')).body.away[0].cover
  assert.deepEqual([await coverIn(bo), await coverIn(ann), await coverIn(eve)], [undefined, 'client', 'client'])
  await awayWith(null)
  assert.deepEqual(await awayFor(ann), { until: '2026-12-04', back, cover: null })
  await awayWith('bo', '2026-11-25')
  assert.equal(await awayFor(ann), null)
  await awayWith('nobody')
  assert.deepEqual(await awayFor(ann), { until: '2026-12-04', back, cover: null })
})

test('a list of people takes as many statements with many who are covered for as with one', async () => {
  const count = async () => (await baton.statements(() => baton.call(ann, 'GET', '/people'))).length
  const goAway = async (who: Someone) => {
    const weekly = { 1: [['09:00', '17:00']] }
    const away = [{ from: '2026-11-20', to: '2026-12-04', cover: 'nobody' }]
    await baton.call(who, 'PUT', '/people/me/calendar', { timeZone: 'Europe/Lisbon', weekly, away })
  }
  await goAway(bo)
  const before = await count()
  for (const who of [gil, ann]) await goAway(who)
  assert.equal(await count(), before)
})
