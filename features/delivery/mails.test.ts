import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

// Monday 23 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z', mail: true })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await baton.settle()
  assert.ok(baton.mailServer)
  return { baton, ann, ben, server: baton.mailServer }
}

const mentions = (baton: Baton, who: Someone, title = 'Names') =>
  baton.call(who, 'POST', '/threads', { space: 'ops', kind: 'discussion', title, body: 'And @ben?' })

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const refusal = (responseCode: number): Error => Object.assign(new Error('not now'), { responseCode })
const states = async (baton: Baton): Promise<string[]> =>
  (await baton.db.selectFrom('mails').select('state').orderBy('queued_at').execute()).map(({ state }) => state)
const ids = (baton: Baton): (string | undefined)[] => baton.mails.map(({ headers }) => headers.get('message-id'))

test('a mail names its delivery, what it belongs with, and one press that ends such mails', async (t) => {
  const { baton, ann, ben } = await start(t)
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  const [mail] = baton.mails
  const delivery = await baton.db.selectFrom('deliveries').select('id').executeTakeFirstOrThrow()
  assert.equal(mail?.headers.get('message-id'), `<${delivery.id}@localhost>`)
  assert.match(mail?.headers.get('references') ?? '', /^<thread-1\..*@localhost>$/)
  assert.equal(mail?.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  const address = /^<http:\/\/localhost:3000(\/api\/v1\/unsubscribe\/\S+)>$/.exec(mail?.headers.get('list-unsubscribe') ?? '')?.[1] ?? ''
  const form = await baton.app.hono.request(`http://localhost:3000${address}`, {
    method: 'POST',
    headers: { host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  assert.equal(form.status, 200)
  assert.equal((await baton.call(ben, 'GET', '/people/ben')).body.digestMail, false)
  assert.equal((await baton.call(null, 'POST', `${address}x`, {})).status, 404)
  await mentions(baton, ann)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(baton.mails.length, 1)
  assert.equal((await baton.call(ben, 'GET', '/inbox')).body.items.length, 2, 'it still comes in the app')
})

test('a mail is whole as plain text, loads nothing, and says when the next one comes', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    kind: 'question',
    title: 'Rollback & <retry>',
    body: 'Hm.',
    asks: [{ to: 'ben', verb: 'do', text: 'Extend the **free plan** to 31 January', neededBy: { on: '2026-11-24' }, minutes: 5 }],
  })
  const { number } = (
    await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Naming', body: 'Schedule or subscription?' })
  ).body
  await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Leaning to *schedule*.' })
  await at(baton, '2026-11-23T16:00:00Z')
  const [mail] = baton.mails
  assert.equal(mail?.headers.get('subject'), '16:00 delivery: 1 new ask, 2 posts')
  assert.equal(
    mail?.text.trim(),
    `16:00 in Lisbon, Monday 23 November
Baton for Halyard, to ben

Nothing is due today.
The next answer is due tomorrow 17:00.

Needs you (0 today, 1 later, of which 1 is new)
-----------------------------------------------

tomorrow 17:00  Do: Extend the free plan to 31 January
  Ann Mori in Ops. About 5 min.
  http://localhost:3000/threads/1

In threads you follow (2 posts in 1 thread)
-------------------------------------------

Ops: Naming
  Leaning to schedule.
  2 posts. The newest by Ann Mori
  http://localhost:3000/threads/2

-- 
Next delivery tomorrow 09:00. Until then things are held for you.
You chose deliveries at the start of your day and at 16:00.
Change times: http://localhost:3000/settings/hours
Stop deliveries by mail: http://localhost:3000/settings
No images, no tracking.`,
  )
  assert.doesNotMatch(mail?.html ?? '', /<img|src=|@import|url\(/)
  assert.doesNotMatch(mail?.html ?? '', /<retry>/)
})

test('the foot names whom something urgent reaches, to everybody but guests', async (t) => {
  const { baton, ann } = await start(t)
  const gil = await baton.person({ handle: 'gil', role: 'guest', spaces: ['ops'] })
  await baton.call(ann, 'POST', '/rotations', { slug: 'duty', name: 'Duty' })
  const shift = { person: 'ann', start: '2026-11-23T12:00:00Z', end: '2026-11-23T21:00:00Z' }
  assert.equal((await baton.call(ann, 'POST', '/rotations/duty/shifts', shift)).status, 201)
  const asks = ['ben', gil.handle].map((to) => ({ to, verb: 'answer', text: 'When?', neededBy: { in: 1 } }))
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'question', title: 'Plan', body: 'Hm.', asks })
  await at(baton, '2026-11-23T16:00:00Z')
  const textTo = (handle: string): string => baton.mails.find(({ to }) => to.join().startsWith(handle))?.text ?? ''
  assert.match(textTo('ben'), /held for you\. For something urgent, Ann Mori is on shift until 21:00\.\n/)
  assert.match(textTo('gil'), /held for you\.\n/)
})

test('what its headline counts as due today stands in a mail that comes for something else, and makes none by itself', async (t) => {
  const { baton, ann } = await start(t)
  const asks = [{ to: 'ben', verb: 'do', text: 'Extend the free plan', neededBy: { on: '2026-11-24' } }]
  await at(baton, '2026-11-23T17:30:00Z')
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'question', title: 'Plan', body: 'Hm.', asks })
  await at(baton, '2026-11-24T09:00:00Z')
  const subjects = (): unknown[] => baton.mails.map(({ headers }) => headers.get('subject'))
  await at(baton, '2026-11-24T15:59:00Z')
  assert.deepEqual(subjects(), ['09:00 delivery: 1 new ask'])
  await mentions(baton, ann)
  await at(baton, '2026-11-24T16:00:00Z')
  assert.deepEqual(subjects(), ['09:00 delivery: 1 new ask', '16:00 delivery: 1 ask due today, 1 post'])
  assert.match(
    baton.mails[1]?.text ?? '',
    /One thing before 17:00\.[^]*Needs you \(1 today, 0 later\)\n-+\n\ntoday 17:00 {2}Do: Extend the free plan/,
  )
})

test('a mail whose reason is gone is not sent for what is due today', async (t) => {
  const { baton, ann, server } = await start(t)
  const asks = [{ to: 'ben', verb: 'do', text: 'Extend the free plan', neededBy: { on: '2026-11-24' } }]
  await at(baton, '2026-11-23T17:30:00Z')
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'question', title: 'Plan', body: 'Hm.', asks })
  await at(baton, '2026-11-24T15:00:00Z')
  const { body } = await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-24T16:00:00Z')
  assert.deepEqual(await states(baton), ['sent', 'queued'])
  server.behave(() => {})
  await baton.call(ann, 'DELETE', `/posts/${body.posts.items[0].id}`)
  await at(baton, '2026-11-24T16:30:00Z')
  assert.deepEqual(await states(baton), ['sent', 'dropped'])
})

test('of those who follow a thread alike, whoever wrote or is named there is told what is new to them', async (t) => {
  const { baton, ann, ben } = await start(t)
  const [cleo, dan] = [await baton.person({ handle: 'cleo' }), await baton.person({ handle: 'dan' })]
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Naming', body: 'One.' })).body
  for (const one of [ben, cleo, dan]) await baton.call(one, 'PUT', `/threads/${number}/follow`, { level: 'digest' })
  const posts = (who: Someone, body: string) => baton.call(who, 'POST', `/threads/${number}/posts`, { body })
  await posts(ann, 'Two, for @cleo.')
  await posts(dan, 'Three.')
  await posts(ann, 'Four, to dan.')
  await posts(ann, 'Five.')
  await at(baton, '2026-11-23T16:00:00Z')
  const told = Object.fromEntries(
    baton.mails.map(({ to, text }) => [to[0], text.match(/mentioned you|replied to you|\d posts? in 1 thread/g)]),
  )
  assert.deepEqual(told, {
    'ann@halyard.example': ['replied to you'],
    'ben@halyard.example': ['5 posts in 1 thread'],
    'cleo@halyard.example': ['mentioned you', '4 posts in 1 thread'],
    'dan@halyard.example': ['replied to you', '1 post in 1 thread'],
  })
})

test('what the server puts off is sent later while the receiver is open, once', async (t) => {
  const { baton, ann, server } = await start(t)
  await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await states(baton), ['queued'])
  server.behave(() => {})
  await at(baton, '2026-11-23T16:00:20Z')
  assert.equal(baton.mails.length, 0, 'it waits half a minute')
  await at(baton, '2026-11-23T16:00:30Z')
  await at(baton, '2026-11-23T16:30:00Z')
  assert.equal(baton.mails.length, 1)
  assert.deepEqual(await states(baton), ['sent'])
})

test('what could not be sent while the receiver was open goes into the next moment’s mail, not into the night', async (t) => {
  const { baton, ann, server } = await start(t)
  await mentions(baton, ann, 'First')
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-23T16:59:00Z')
  server.behave(() => {})
  await mentions(baton, ann, 'Second')
  for (const instant of ['2026-11-23T18:00:00Z', '2026-11-24T03:00:00Z', '2026-11-24T08:59:59Z']) {
    await at(baton, instant)
    assert.equal(baton.mails.length, 0, instant)
  }
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(baton.mails.length, 1)
  assert.deepEqual((await states(baton)).toSorted(), ['merged', 'sent'])
  assert.match(baton.mails[0]?.text ?? '', /First/)
  assert.match(baton.mails[0]?.text ?? '', /Second/)
})

test('what could not be sent before a break goes with the next moment, not as soon as the break is over', async (t) => {
  const { baton, ann, ben, server } = await start(t)
  const day = [
    ['09:00', '16:30'],
    ['16:45', '20:00'],
  ]
  await baton.call(ben, 'PUT', '/people/ben/calendar', {
    timeZone: 'Europe/Lisbon',
    weekly: { 1: day, 2: day },
    deliveries: ['start', '16:00', '19:00'],
  })
  await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-23T16:00:00Z')
  server.behave(() => {})
  await at(baton, '2026-11-23T17:00:00Z')
  assert.equal(baton.mails.length, 0)
  // Nothing ran at its moment; the stretch of that lasts.
  await at(baton, '2026-11-23T19:30:00Z')
  assert.equal(baton.mails.length, 1)
  assert.deepEqual(await states(baton), ['sent'])
})

test('what is put off until after a short break goes with the next moment as well', async (t) => {
  const { baton, ann, ben, server } = await start(t)
  const day = [
    ['09:00', '16:10'],
    ['16:12', '20:00'],
  ]
  const deliveries = ['start', '16:00', '19:00']
  await baton.call(ben, 'PUT', '/people/ben/calendar', { timeZone: 'Europe/Lisbon', weekly: { 1: day, 2: day }, deliveries })
  await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(451)))
  for (const minute of ['00:00', '00:30', '01:30', '03:30', '07:30']) await at(baton, `2026-11-23T16:${minute}Z`)
  server.behave(() => {})
  // Its next attempt would be at 16:15:30.
  for (const minute of ['12', '16', '59']) await at(baton, `2026-11-23T16:${minute}:00Z`)
  assert.equal(baton.mails.length, 0)
  await at(baton, '2026-11-23T19:00:00Z')
  assert.equal(baton.mails.length, 1)
  assert.deepEqual(await states(baton), ['sent'])
})

test('with nothing new at the next moment, what could not be sent goes by itself', async (t) => {
  const { baton, ann, server } = await start(t)
  await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-23T16:59:00Z')
  server.behave(() => {})
  await at(baton, '2026-11-23T18:00:00Z')
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(baton.mails.length, 1)
  assert.deepEqual(await states(baton), ['sent'])
})

test('what may have been taken is sent again under the same id, and never merged', async (t) => {
  const { baton, ann, server } = await start(t)
  await mentions(baton, ann, 'First')
  const taken: (string | undefined)[] = []
  server.behave((mail) => {
    taken.push(mail.headers.get('message-id'))
    server.dropClients()
  })
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await states(baton), ['sending'])
  server.behave((mail) => void taken.push(mail.headers.get('message-id')))
  await mentions(baton, ann, 'Second')
  await at(baton, '2026-11-23T20:00:00Z')
  assert.equal(taken.length, 1)
  await at(baton, '2026-11-24T09:00:00Z')
  assert.equal(taken.length, 3)
  assert.equal(new Set(taken).size, 2, 'the first one came twice under one id')
  assert.deepEqual(await states(baton), ['sent', 'sent'])
})

test('what is refused is parked at once, what is put off for a day after a day; the app has it all', async (t) => {
  const { baton, ann, ben, server } = await start(t)
  await mentions(baton, ann)
  server.behave(() => Promise.reject(refusal(550)))
  await at(baton, '2026-11-23T16:00:00Z')
  assert.deepEqual(await states(baton), ['parked'])
  const [parked] = await baton.db.selectFrom('mails').selectAll().execute()
  assert.match(parked?.last_error ?? '', /not now/)
  server.behave(() => Promise.reject(refusal(451)))
  await mentions(baton, ann)
  for (
    let instant = Temporal.Instant.from('2026-11-24T09:00:00Z');
    Temporal.Instant.compare(instant, Temporal.Instant.from('2026-11-25T12:00:00Z')) < 0;
    instant = instant.add({ hours: 1 })
  ) {
    await at(baton, instant.toString())
  }
  assert.deepEqual(await states(baton), ['parked', 'parked'])
  assert.equal((await baton.call(ben, 'GET', '/inbox')).body.items.length, 2)
})

test('a mail is written when it is sent, by the rights and the state of that moment', async (t) => {
  const { baton, ann, ben, server } = await start(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'board', name: 'Board', purpose: '', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/board/members/ben', {})
  await baton.call(ann, 'POST', '/threads', { space: 'board', kind: 'discussion', title: 'Salaries', body: 'And @ben?' })
  const second = await mentions(baton, ann, 'Names')
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-23T16:00:00Z')
  await baton.call(ann, 'DELETE', '/spaces/board/members/ben')
  server.behave(() => {})
  await at(baton, '2026-11-23T16:00:30Z')
  assert.equal(baton.mails.length, 1)
  assert.doesNotMatch(baton.mails[0]?.raw ?? '', /Salaries/)
  await mentions(baton, ann, 'Third')
  server.behave(() => Promise.reject(refusal(451)))
  await at(baton, '2026-11-24T09:00:00Z')
  await baton.call(ben, 'POST', '/inbox/clear', {})
  server.behave(() => {})
  await at(baton, '2026-11-24T09:01:00Z')
  assert.equal(baton.mails.length, 1, 'nothing was left to say')
  assert.equal(second.status, 201)
})

test('who asked reads whether what was passed on has time left before it is due', async (t) => {
  const { baton, ann, ben } = await start(t)
  await baton.person({ handle: 'cleo' })
  const asked = async (title: string, days: number): Promise<string> => {
    const asks = [{ to: 'ben', verb: 'answer', text: 'Shall we?', neededBy: { in: days } }]
    return (await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'question', title, body: 'Hm.', asks })).body.asks[0].id
  }
  const ids = [await asked('Soon', 0), await asked('Later', 5)]
  await at(baton, '2026-11-23T16:00:00Z')
  await at(baton, '2026-11-24T10:00:00Z')
  for (const id of ids) assert.equal((await baton.call(ben, 'POST', `/asks/${id}/pass`, { to: 'cleo', note: '' })).status, 200)
  await at(baton, '2026-11-24T16:00:00Z')
  const text = baton.mails.findLast(({ to }) => to.includes('ann@halyard.example'))?.text ?? ''
  assert.match(text, /ben passed the ask on; little or no time is left before it is due: Soon/)
  assert.match(text, /ben passed the ask on: Later/)
})

test('an invitation goes at once, at any hour, with a link that works', async (t) => {
  const { baton, ann } = await start(t)
  baton.clock.set('2026-11-23T23:00:00Z')
  const made = await baton.call(ann, 'POST', '/invitations', { role: 'member', email: 'kenji@halyard.example' })
  assert.equal(made.status, 201)
  await baton.settle()
  const [mail] = baton.mails
  assert.deepEqual(mail?.to, ['kenji@halyard.example'])
  assert.equal(mail?.headers.get('subject'), 'Ann Mori invites you to Halyard on Baton')
  assert.equal(mail?.headers.has('list-unsubscribe'), false)
  const code = /http:\/\/localhost:3000\/\S*\/(\S+)/.exec(mail?.text ?? '')?.[1]
  assert.equal(code, made.body.code)
  assert.match(mail?.text ?? '', new RegExp(made.body.url.replaceAll(/[.?]/g, '\\$&')))
})

test('without a mail server deliveries are made in the app all the same', async (t) => {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops', purpose: '' })
  await mentions(baton, ann)
  await at(baton, '2026-11-23T16:00:00Z')
  assert.equal((await baton.call(ben, 'GET', '/inbox')).body.items.length, 1)
  assert.deepEqual(await baton.db.selectFrom('mails').selectAll().execute(), [])
})

test('ids are never used for two deliveries', async (t) => {
  const { baton, ann } = await start(t)
  for (const instant of ['2026-11-23T16:00:00Z', '2026-11-24T09:00:00Z', '2026-11-24T16:00:00Z']) {
    await mentions(baton, ann)
    await at(baton, instant)
  }
  assert.equal(new Set(ids(baton)).size, 3)
})
