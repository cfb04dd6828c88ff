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
  const [ben, cleo] = [await baton.person({ handle: 'ben' }), await baton.person({ handle: 'cleo' })]
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  for (const who of [ben, cleo]) await baton.call(who, 'PUT', `/spaces/ops/members/${who.handle}`)
  await baton.settle()
  return { baton, ann, ben, cleo }
}

interface Asking {
  readonly to?: string
  readonly text: string
  readonly neededBy: object
  readonly space?: string
}

async function ask(baton: Baton, who: Someone, { to = 'ben', text, neededBy, space = 'ops' }: Asking) {
  const asks = [{ to, verb: 'answer', text, neededBy }]
  const { status, body } = await baton.call(who, 'POST', '/threads', { space, title: text, body: 'Hm.', asks })
  assert.equal(status, 201)
  await baton.settle()
  return body.asks[0]
}

const day = [['09:00', '17:00']]
async function goAway(baton: Baton, who: Someone, { away, deliveries }: { away: object[]; deliveries?: string[] }): Promise<void> {
  const calendar = {
    timeZone: 'Europe/Lisbon',
    weekly: { 1: day, 2: day, 3: day, 4: day, 5: day },
    away,
    ...(deliveries && { deliveries }),
  }
  assert.equal((await baton.call(who, 'PUT', '/people/me/calendar', calendar)).status, 200)
  await baton.settle()
}

async function at(baton: Baton, instant: string): Promise<void> {
  baton.clock.set(instant)
  await baton.settle()
}

const twoWeeks = [{ from: '2026-11-24', to: '2026-12-04', cover: 'cleo' }]
const mailsTo = (baton: Baton, who: Someone) => baton.mails.filter(({ to }) => to.includes(`${who.handle}@halyard.example`))
const texts = (asks: { text: string }[]): string[] => asks.map(({ text }) => text)

test('the first digest after an absence says what waits and what was settled meanwhile, whoever settled it', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  const soon = await ask(baton, ann, { text: 'Which font?', neededBy: { in: 2 } })
  await ask(baton, ann, { text: 'Which year?', neededBy: { in: 20 } })
  const mine = await ask(baton, ben, { to: 'ann', text: 'May I go?', neededBy: { in: 3 } })
  await at(baton, '2026-11-23T16:00:00Z')
  await goAway(baton, ben, { away: twoWeeks })
  await at(baton, '2026-11-24T09:00:00Z')
  await baton.call(cleo, 'POST', `/asks/${soon.id}/take`)
  await baton.call(cleo, 'POST', `/asks/${soon.id}/answer`, { body: 'The old one.' })
  await baton.call(ann, 'POST', `/asks/${mine.id}/answer`, { body: 'Of course.' })
  await at(baton, '2026-12-04T16:00:00Z')
  assert.equal(mailsTo(baton, ben).length, 1)
  await at(baton, '2026-12-07T09:00:00Z')
  const mail = mailsTo(baton, ben).at(-1)!
  assert.match(mail.headers.get('subject')!, /after your absence: 1 ask waits, 1 settled without you, 1 answer/)
  assert.match(mail.text, /You have been away since Tue 24 Nov\./)
  assert.match(mail.text, /Answer: Which year\?/)
  assert.match(mail.text, /Which font\?\n {2}Ann Mori asked\. cleo answered it\./)
  const { absence, caughtUp, waits, settled } = (await baton.call(ben, 'GET', '/catch-up')).body
  assert.deepEqual(absence, { from: '2026-11-24T00:00:00Z', back: '2026-12-07T09:00:00Z' })
  assert.deepEqual([caughtUp, texts(waits), texts(settled).toSorted()], [false, ['Which year?'], ['May I go?', 'Which font?']])
})

test('an ask that never came, and ended while its receiver was away, is told to them once, when they are back', async (t) => {
  const { baton, ann, ben } = await start(t)
  await goAway(baton, ben, { away: twoWeeks })
  const gone = await ask(baton, ann, { text: 'Lunch on Thursday?', neededBy: { in: 20 } })
  await at(baton, '2026-11-26T10:00:00Z')
  await baton.call(ann, 'POST', `/asks/${gone.id}/withdraw`, { reason: 'It was lovely.' })
  await at(baton, '2026-12-07T09:00:00Z')
  const mail = mailsTo(baton, ben).at(-1)!
  assert.match(mail.headers.get('subject')!, /after your absence: 1 settled without you/)
  assert.match(mail.text, /Lunch on Thursday\?\n {2}Ann Mori asked\. Ann Mori took it back\./)
  assert.match(mail.html, /Settled while you were away/)
  await at(baton, '2026-12-07T16:00:00Z')
  assert.equal(mailsTo(baton, ben).at(-1)!.text, mail.text)
})

test('an open ask alone makes the digest of the return; with nothing settled and nothing waiting there is none', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await ask(baton, ann, { text: 'Which year?', neededBy: { in: 20 } })
  await at(baton, '2026-11-23T16:00:00Z')
  await goAway(baton, ben, { away: twoWeeks })
  await goAway(baton, cleo, { away: [{ from: '2026-11-24', to: '2026-12-04' }] })
  const before = mailsTo(baton, cleo).length
  await at(baton, '2026-12-07T09:00:00Z')
  assert.match(mailsTo(baton, ben).at(-1)!.headers.get('subject')!, /after your absence: 1 ask waits/)
  assert.equal(mailsTo(baton, cleo).length, before)
})

test('Today speaks of the return for a week, or until one has caught up; so it does for those who take no digests', async (t) => {
  const { baton, ben } = await start(t)
  await goAway(baton, ben, { away: twoWeeks, deliveries: [] })
  const back = async () => (await baton.call(ben, 'GET', '/today')).body.back
  await at(baton, '2026-12-04T10:00:00Z')
  assert.equal(await back(), null)
  await at(baton, '2026-12-07T09:00:00Z')
  assert.deepEqual(await back(), { from: '2026-11-24T00:00:00Z', back: '2026-12-07T09:00:00Z' })
  await at(baton, '2026-12-14T08:00:00Z')
  assert.notEqual(await back(), null)
  for (const time of [1, 2]) assert.equal((await baton.call(ben, 'POST', '/catch-up')).status, 200, String(time))
  assert.equal(await back(), null)
  assert.equal((await baton.call(ben, 'GET', '/catch-up')).body.caughtUp, true)
  await goAway(baton, ben, { away: [...twoWeeks, { from: '2026-12-15', to: '2026-12-15' }] })
  await at(baton, '2026-12-16T09:00:00Z')
  assert.deepEqual(await back(), { from: '2026-12-15T00:00:00Z', back: '2026-12-16T09:00:00Z' })
  await at(baton, '2026-12-24T09:00:00Z')
  assert.equal(await back(), null)
})

test('threads of one’s spaces that were concluded meanwhile are there; what one may not see any more is nowhere', async (t) => {
  const { baton, ann, ben, cleo } = await start(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/den/members/ben')
  const secret = await ask(baton, ann, { text: 'Secret?', neededBy: { in: 20 }, space: 'den' })
  const open = await ask(baton, ben, { to: 'ann', text: 'Open?', neededBy: { in: 3 } })
  await at(baton, '2026-11-23T16:00:00Z')
  await goAway(baton, ben, { away: twoWeeks })
  await baton.call(ann, 'POST', `/asks/${secret.id}/withdraw`, {})
  await at(baton, '2026-11-25T10:00:00Z')
  await baton.call(ann, 'POST', `/asks/${open.id}/answer`, { body: 'Yes.' })
  for (const { number } of [secret, open]) {
    await baton.call(ann, 'PUT', `/threads/${number}/outcome`, { body: 'We do.' })
    await baton.call(ann, 'POST', `/threads/${number}/conclude`, {})
  }
  await baton.call(ann, 'DELETE', '/spaces/den/members/ben')
  await at(baton, '2026-12-07T09:00:00Z')
  const { settled, concluded } = (await baton.call(ben, 'GET', '/catch-up')).body
  assert.deepEqual([texts(settled), concluded.map(({ title }: { title: string }) => title)], [['Open?'], ['Open?']])
  assert.equal(baton.mails.filter(({ text }) => text.includes('Secret')).filter(({ to }) => to.includes('ben@halyard.example')).length, 1)
  assert.equal((await baton.call(cleo, 'GET', '/catch-up')).body.absence, null)
})

test('it is read in as many statements for one ask as for many', async (t) => {
  const { baton, ann, ben } = await start(t)
  await goAway(baton, ben, { away: twoWeeks })
  const count = async (asks: number): Promise<number> => {
    for (let index = 0; index < asks; index += 1) await ask(baton, ann, { text: `Which ${index}?`, neededBy: { in: 30 } })
    return (await baton.statements(async () => void (await baton.call(ben, 'GET', '/catch-up')))).length
  }
  await at(baton, '2026-12-07T09:00:00Z')
  await count(1)
  const one = await count(1)
  assert.equal(await count(8), one)
})
