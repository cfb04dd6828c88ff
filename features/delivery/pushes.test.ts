import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { catchPushes, type PushCatcher } from '#platform/testing/push-catcher.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const [baton, service] = await Promise.all([startBaton({ at: '2026-11-23T10:00:00Z' }), catchPushes()])
  t.after(() => Promise.all([baton.close(), service.close()]))
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  return { baton, service, ann, ben, phone: await device(baton, service, ben) }
}

type Browser = Record<string, string>

/** Somebody’s browser, signed in. */
async function browser(baton: Baton, { handle }: Someone): Promise<Browser> {
  const answer = await baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password: 'seven quiet lanterns' })
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'user-agent': 'A phone' }
}

/** The same, and pushes are turned on there. */
async function device(baton: Baton, service: PushCatcher, who: Someone, name = 'phone'): Promise<Browser> {
  const signedIn = await browser(baton, who)
  assert.equal((await baton.call(null, 'POST', '/push/devices', service.device(name), signedIn)).status, 201)
  return signedIn
}

const mentions = (baton: Baton, who: Someone, title = 'Names'): Promise<Answer> =>
  baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title, body: 'And @ben?' })

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const states = async (baton: Baton): Promise<string[]> =>
  (await baton.db.selectFrom('pushes').select('state').orderBy('queued_at').execute()).map(({ state }) => state)
const lines = ({ pushes }: PushCatcher): string[] => pushes.map(({ text }) => JSON.parse(text).line)
const push = (baton: Baton, who: Someone): Promise<Answer> => baton.call(who, 'GET', '/push')

test('a delivery comes as one line to each device, at its moment and to nobody else', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  await device(baton, service, ben, 'laptop')
  await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    kind: 'question',
    title: 'Salaries',
    body: 'And @ben?',
    asks: [{ to: 'ben', verb: 'do', text: 'Raise them', neededBy: { on: '2026-11-27' } }],
  })
  await mentions(baton, ann, 'Secret plans')
  await at(baton, '2026-11-23T15:59:59Z')
  assert.equal(service.pushes.length, 0)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(service.pushes.map((one) => one.device).toSorted(), ['laptop', 'phone'])
  const [first] = service.pushes
  assert.deepEqual(JSON.parse(first?.text ?? ''), { line: '16:00 delivery: 1 new ask, 1 post', to: '/', tag: 'delivery' })
  assert.equal(first?.headers.urgency, 'normal')
  assert.equal(first?.headers.ttl, '3600', 'a device that is not there gets it until its person closes at 17:00')
  assert.match(first?.headers.authorization ?? '', /^vapid t=/)
  assert.deepEqual(await states(baton), ['sent', 'sent'])
  const listed = (await push(baton, ben)).body.devices
  assert.deepEqual(
    listed.map(({ pushedAt }: { pushedAt: string }) => pushedAt),
    ['2026-11-23T16:00:00Z', '2026-11-23T16:00:00Z'],
  )
  assert.deepEqual(baton.faults, [])
})

test('what is urgent comes at once, says who asks, and leads there', async (t) => {
  const { baton, service, ann } = await start(t)
  const urgent = { to: 'ben', verb: 'do', text: 'Bring it back', attention: 'urgent', reason: 'Nobody can sign in' }
  const { body } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Sign-in is down', body: 'Now.', asks: [urgent] })
  await baton.settle()
  assert.deepEqual(JSON.parse(service.pushes[0]?.text ?? ''), {
    line: 'Urgent: Ann Mori asks you now',
    to: `/threads/${body.number}`,
    tag: `urgent-${body.number}`,
  })
  assert.deepEqual([service.pushes.length, service.pushes[0]?.headers.urgency, service.pushes[0]?.headers.ttl], [1, 'high', '7200'])
})

test('a device that is not there gets nothing once its person has closed', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  const urgent = { to: 'ben', verb: 'do', text: 'Bring it back', attention: 'urgent', reason: 'Nobody can sign in' }
  const outage = (): Promise<Answer> => baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Down', body: 'Now.', asks: [urgent] })
  await at(baton, '2026-11-23T16:50:00Z')
  await outage()
  await baton.settle()
  assert.equal(service.pushes[0]?.headers.ttl, '600')
  const calendar = (await baton.call(ben, 'GET', '/people/me/calendar')).body
  await baton.call(ben, 'PUT', '/people/me/calendar', { timeZone: calendar.timeZone, weekly: calendar.weekly, urgentOutside: true })
  await at(baton, '2026-11-23T23:00:00Z')
  await outage()
  await baton.settle()
  assert.equal(service.pushes[1]?.headers.ttl, '7200', 'whoever allows it at any hour is not called hours later')
})

test('nothing comes once it was read in the app', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  service.behave(() => 503)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  await baton.call(ben, 'POST', '/inbox/clear', {})
  service.behave(() => 201)
  await at(baton, '2026-11-23T16:01:00Z')
  assert.deepEqual([service.pushes.length, await states(baton)], [0, ['dropped']])
  await mentions(baton, ann)
  await baton.settle()
  await baton.call(ben, 'POST', '/held/read', {})
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(service.pushes.length, 0)
})

test('what could not be sent while its receiver was open goes with the next moment, never into the night', async (t) => {
  const { baton, service, ann } = await start(t)
  await mentions(baton, ann, 'First')
  service.behave(() => 429)
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-23T16:00:20Z')
  assert.deepEqual(await states(baton), ['queued'])
  await at(baton, '2026-11-23T16:59:00Z')
  service.behave(() => 201)
  await mentions(baton, ann, 'Second')
  for (const instant of ['2026-11-23T18:00:00Z', '2026-11-24T03:00:00Z', '2026-11-24T08:59:59Z']) {
    await at(baton, instant)
    assert.equal(service.pushes.length, 0, instant)
  }
  await at(baton, '2026-11-24T09:00:00Z')
  assert.deepEqual(lines(service), ['09:00 delivery: 2 posts'])
  assert.deepEqual((await states(baton)).toSorted(), ['merged', 'sent'])
})

test('what is put off is sent later, with back-off, once', async (t) => {
  const { baton, service, ann } = await start(t)
  let attempts = 0
  service.behave(() => ((attempts += 1) < 3 ? 500 : 201))
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-23T16:00:29Z')
  assert.equal(attempts, 1, 'it waits half a minute')
  await at(baton, '2026-11-23T16:00:30Z')
  await at(baton, '2026-11-23T16:01:29Z')
  assert.equal(attempts, 2, 'then a minute')
  await at(baton, '2026-11-23T16:01:30Z')
  await at(baton, '2026-11-23T16:30:00Z')
  assert.deepEqual([attempts, lines(service).length], [3, 1])
})

test('what is refused is parked at once, what is put off for a day after a day; administrators see it and send it again', async (t) => {
  const { baton, service, ann } = await start(t)
  service.behave(() => 403)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await states(baton), ['parked'])
  service.behave(() => 503)
  await mentions(baton, ann)
  for (let hour = 9; hour <= 36; hour += 1) await at(baton, Temporal.Instant.from('2026-11-24T00:00:00Z').add({ hours: hour }).toString())
  assert.deepEqual(await states(baton), ['parked', 'parked'])
  const parked = (await baton.call(ann, 'GET', '/admin/mails?state=parked')).body.items
  assert.deepEqual(
    parked.map(({ by, to, address, kind }: Record<string, unknown>) => ({ by, to, host: String(address).split(':')[0], kind })),
    [1, 2].map(() => ({ by: 'push', to: { handle: 'ben', name: 'ben' }, host: '127.0.0.1', kind: 'digest' })),
  )
  service.behave(() => 201)
  assert.equal((await baton.call(ann, 'POST', `/admin/mails/${parked[0].id}/retry`)).body.state, 'waiting')
  await baton.settle()
  assert.equal(service.pushes.length, 1)
  assert.equal((await baton.call(ann, 'DELETE', `/admin/mails/${parked[1].id}`)).status, 200)
  assert.equal((await baton.call(ann, 'DELETE', `/admin/mails/${parked[1].id}`)).body.code, 'mail.over')
  const { body } = await baton.call(ann, 'GET', '/admin/audit?kind=settings')
  assert.deepEqual(body.items.map(({ type }: { type: string }) => type).toSorted(), ['push.dropped', 'push.retried'])
})

test('a device that its push service does not know any more is forgotten', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  service.behave(() => 410)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([(await push(baton, ben)).body.devices, await states(baton)], [[], ['dropped']])
  assert.equal((await baton.call(ben, 'GET', '/inbox')).body.items.length, 1, 'in the app it is there')
})

test('signing out ends pushes to that device, and so does ending its session from elsewhere', async (t) => {
  const { baton, service, ann, ben, phone } = await start(t)
  const laptop = await device(baton, service, ben, 'laptop')
  await device(baton, service, ben, 'tablet')
  await mentions(baton, ann)
  service.behave(() => 503)
  await at(baton, '2026-11-23T16:00:00Z')
  await baton.call(null, 'POST', '/sign-out', {}, phone)
  assert.equal((await push(baton, ben)).body.devices.length, 2)
  await baton.call(null, 'DELETE', '/sessions', {}, laptop)
  service.behave(() => 201)
  await at(baton, '2026-11-23T16:01:00Z')
  assert.deepEqual(
    service.pushes.map((one) => one.device),
    ['laptop'],
  )
})

test('a week without pushes begins by a press and ends by itself, or by another', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  assert.deepEqual((await baton.call(ben, 'PUT', '/push/pause')).body, { pausedUntil: '2026-11-30T10:00:00Z' })
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual([service.pushes.length, await states(baton)], [0, []])
  await baton.call(ben, 'DELETE', '/push/pause')
  await mentions(baton, ann)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(service.pushes.length, 1)
  await baton.call(ben, 'PUT', '/push/pause')
  assert.equal((await push(baton, ben)).body.pausedUntil, '2026-12-01T09:00:00Z')
  await at(baton, '2026-12-01T09:00:00Z')
  assert.equal((await push(baton, ben)).body.pausedUntil, null)
  await mentions(baton, ann)
  await at(baton, '2026-12-01T16:00:00Z')
  assert.equal(service.pushes.length, 2)
})

test('one browser is one device of one person, ten are the most, and one’s own are all one sees', async (t) => {
  const { baton, service, ann, ben, phone } = await start(t)
  const shared = service.device('shared')
  const add = async (who: Browser, body: object = shared): Promise<Answer> => baton.call(null, 'POST', '/push/devices', body, who)
  assert.equal((await add(phone)).status, 201)
  assert.deepEqual([(await push(baton, ben)).body.devices.length, (await push(baton, ann)).body.devices.length], [1, 0])
  const anns = await browser(baton, ann)
  assert.deepEqual([(await add(anns)).body.current, (await add(anns)).body.userAgent], [true, 'A phone'])
  assert.deepEqual([(await push(baton, ben)).body.devices, (await push(baton, ann)).body.devices.length], [[], 1])
  const { id } = (await push(baton, ann)).body.devices[0]
  assert.equal((await baton.call(ben, 'DELETE', `/push/devices/${id}`)).status, 404)
  assert.equal((await baton.call(ann, 'DELETE', `/push/devices/${id}`)).status, 200)
  for (let n = 0; n < 10; n += 1) await device(baton, service, ben, `device ${n}`)
  const eleventh = await add(await browser(baton, ben), service.device('eleventh'))
  assert.deepEqual([eleventh.status, eleventh.body.code], [409, 'push.too_many_devices'])
  assert.equal((await add(phone, { ...shared, keys: { ...shared.keys, auth: 'x' } })).status, 422)
})

test('a browser that several sign-ins add at the same instant is the device of one of them, and none is answered by a fault', async (t) => {
  const { baton, service, ann, ben } = await start(t)
  const signedIn = await Promise.all([ann, ben, ann, ben, ann, ben].map((who) => browser(baton, who)))
  for (const name of ['desk', 'hall', 'door']) {
    const answers = await Promise.all(signedIn.map((who) => baton.call(null, 'POST', '/push/devices', service.device(name), who)))
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201], name)
  }
  const kept = await baton.db.selectFrom('push_devices').select('endpoint').execute()
  assert.deepEqual(
    kept.map(({ endpoint }) => endpoint).toSorted(),
    ['door', 'phone'].map((name) => service.device(name).endpoint).toSorted(),
  )
  assert.deepEqual(baton.faults, [])
})

test('who has no device costs a delivery no statement', async (t) => {
  const { baton, ann, ben } = await start(t)
  const deliver = async (moment: string): Promise<number> => {
    await mentions(baton, ann)
    await baton.settle()
    baton.clock.set(moment)
    return (await baton.statements(() => baton.settle())).filter((text) => /\bpush_devices\b/.test(text) && !/delivery_moments/.test(text))
      .length
  }
  assert.ok((await deliver('2026-11-23T16:00:00Z')) > 0)
  await baton.call(ben, 'DELETE', `/push/devices/${(await push(baton, ben)).body.devices[0].id}`)
  assert.equal(await deliver('2026-11-24T09:00:00Z'), 0)
})
