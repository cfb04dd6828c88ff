import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton, testUrl } from '#app/testing/harness.ts'
import { type Authenticator, newAuthenticator } from '#platform/testing/authenticator.ts'

let baton: Baton
let bo: Someone
/** Bo's browser, signed in. */
let cookie: string

const password = 'seven quiet lanterns'
const device = { origin: testUrl, rpId: 'localhost' }

before(async () => {
  baton = await startBaton()
  await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
  cookie = await signIn('bo')
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const cookieOf = (answer: Answer): string => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
const signIn = async (handle: string): Promise<string> =>
  cookieOf(await baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password }))
const call = (method: string, path: string, body?: unknown, session = cookie): Promise<Answer> =>
  baton.call(null, method, path, body, { cookie: session })

/** A passkey that Bo added. */
async function added(name = 'Laptop', kind = {}): Promise<{ authenticator: Authenticator; id: string }> {
  baton.clock.advance({ milliseconds: 1 })
  const authenticator = newAuthenticator({ ...device, ...kind })
  const options = await call('POST', '/passkeys/options')
  assert.equal(options.status, 200)
  const answer = await call('POST', '/passkeys', { name, passkey: authenticator.make(options.body) })
  assert.equal(answer.status, 201, JSON.stringify(answer.body))
  return { authenticator, id: answer.body.id }
}

/** What another browser is asked when it wants to sign in. */
async function begun(): Promise<{ options: Answer['body']; browser: string }> {
  const answer = await baton.call(null, 'POST', '/sign-in/passkey/options')
  assert.equal(answer.status, 200)
  return { options: answer.body, browser: cookieOf(answer) }
}
const enter = (passkey: object, browser: string): Promise<Answer> =>
  baton.call(null, 'POST', '/sign-in/passkey', { passkey }, { cookie: browser })

test('passkeys are added by name, listed, sign in, and are removed', async () => {
  const { authenticator, id } = await added('Laptop')
  const phone = await added('Phone')
  const { options, browser } = await begun()
  assert.deepEqual([options.rpId, options.userVerification, options.allowCredentials], ['localhost', 'required', []])
  const answer = await enter(authenticator.answer(options), browser)
  assert.deepEqual([answer.status, answer.body.person.handle], [200, 'bo'])
  const own = await call('GET', '/me/sign-in')
  assert.deepEqual(
    own.body.passkeys.map(({ name, usedAt }: { name: string; usedAt: string | null }) => [name, usedAt !== null]),
    [
      ['Laptop', true],
      ['Phone', false],
    ],
  )
  assert.ok(!JSON.stringify(own.body).includes(authenticator.id))
  assert.equal((await call('DELETE', `/passkeys/${id}`)).status, 200)
  assert.equal((await call('DELETE', `/passkeys/${id}`)).status, 404)
  const again = await begun()
  const gone = await enter(authenticator.answer(again.options), again.browser)
  assert.deepEqual([gone.status, gone.body.code], [401, 'passkey.refused'])
  assert.equal((await call('DELETE', `/passkeys/${phone.id}`, undefined, await signIn('ann'))).status, 404)
})

test('what a passkey signs is good once, in the browser that asked, for five minutes', async () => {
  const { authenticator } = await added()
  const first = await begun()
  const answer = authenticator.answer(first.options)
  assert.equal((await enter(answer, (await begun()).browser)).status, 401)
  // A wrong browser has not used it up: its own still may.
  assert.equal((await enter(answer, first.browser)).status, 200)
  assert.equal((await enter(answer, first.browser)).status, 401)
  const late = await begun()
  baton.clock.advance({ minutes: 5 })
  assert.equal((await enter(authenticator.answer(late.options), late.browser)).status, 401)
  const twice = await begun()
  const both = authenticator.answer(twice.options)
  const answers = await Promise.all([enter(both, twice.browser), enter(both, twice.browser)])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 401],
  )
})

test('a passkey that asked nobody who they are, that was used elsewhere, or that signed something else is refused', async () => {
  cookie = await signIn('bo')
  const { authenticator } = await added()
  const wrong = [
    { verified: false },
    { origin: 'https://halyard.example' },
    { origin: 'http://localhost:3001' },
    { rpId: 'halyard.example' },
    { challenge: 'aGVsbG8' },
  ]
  for (const manner of wrong) {
    const { options, browser } = await begun()
    const answer = await enter(authenticator.answer(options, manner), browser)
    assert.deepEqual([answer.status, answer.body.code], [401, 'passkey.refused'], JSON.stringify(manner))
  }
  const { options, browser } = await begun()
  const stranger = newAuthenticator(device)
  assert.equal((await enter(stranger.answer(options), browser)).status, 401)
  const unasked = newAuthenticator(device)
  const asked = await call('POST', '/passkeys/options')
  const unverified = await call('POST', '/passkeys', { name: 'X', passkey: unasked.make(asked.body, { verified: false }) })
  assert.deepEqual([unverified.status, unverified.body.code], [409, 'passkey.refused'])
})

test('a copy of a passkey is known by its counter; one that keeps none is not mistaken for one', async () => {
  const { authenticator } = await added()
  for (let times = 0; times < 2; times += 1) {
    const { options, browser } = await begun()
    assert.equal((await enter(authenticator.answer(options), browser)).status, 200)
  }
  authenticator.counter = 0
  const { options, browser } = await begun()
  assert.equal((await enter(authenticator.answer(options), browser)).status, 401)
  const silent = await added('Phone', { counting: false })
  for (let times = 0; times < 2; times += 1) {
    const { options, browser } = await begun()
    assert.equal((await enter(silent.authenticator.answer(options), browser)).status, 200)
  }
})

test('what is asked for one purpose serves no other, and what one session is told serves no other session', async () => {
  const { authenticator } = await added()
  const other = await signIn('bo')
  const making = newAuthenticator(device)
  const told = await call('POST', '/passkeys/options')
  const elsewhere = await call('POST', '/passkeys', { name: 'X', passkey: making.make(told.body) }, other)
  assert.deepEqual([elsewhere.status, elsewhere.body.code], [409, 'passkey.refused'])
  const confirming = await call('POST', '/confirmation/options')
  const { browser } = await begun()
  assert.equal((await enter(authenticator.answer(confirming.body), browser)).status, 401)
  const { options } = await begun()
  const confirmed = await call('POST', '/confirmation', { passkey: authenticator.answer(options) })
  assert.deepEqual([confirmed.status, confirmed.body.code], [403, 'passkey.refused'])
})

test('sign-in is changed within a quarter of an hour of a proof, by sessions only', async () => {
  const { authenticator, id } = await added()
  baton.clock.advance({ minutes: 15 })
  const changes: [string, string, unknown?][] = [
    ['POST', '/passkeys/options'],
    ['DELETE', `/passkeys/${id}`],
    ['POST', '/second-factor'],
    ['DELETE', '/second-factor'],
    ['POST', '/second-factor/recovery-codes'],
    ['PUT', '/password', { new: 'nine slow bicycles' }],
  ]
  for (const [method, path, body] of changes) {
    const late = await call(method, path, body)
    assert.deepEqual([late.status, late.body.code], [403, 'session.not_recent'], path)
    const byToken = await baton.call(bo, method, path, body)
    assert.deepEqual([byToken.status, byToken.body.code], [403, 'token.too_narrow'], path)
  }
  assert.equal((await call('GET', '/me/sign-in')).body.confirmedUntil, null)
  const wrong = await call('POST', '/confirmation', { password: 'not the one' })
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [403, 'password'])
  assert.equal((await call('POST', '/confirmation', { password })).body.until, baton.clock.now().add({ minutes: 15 }).toString())
  assert.equal((await call('POST', '/passkeys/options')).status, 200)
  baton.clock.advance({ minutes: 15 })
  const told = await call('POST', '/confirmation/options')
  assert.ok(told.body.allowCredentials.some((one: { id: string }) => one.id === authenticator.id))
  assert.equal((await call('POST', '/confirmation', { passkey: authenticator.answer(told.body) })).status, 200)
  assert.equal((await call('PUT', '/password', { new: password })).status, 200)
})

test('one passkey is kept once, and somebody else’s does not confirm', async () => {
  const { authenticator } = await added()
  const told = await call('POST', '/passkeys/options')
  assert.ok(told.body.excludeCredentials.some((one: { id: string }) => one.id === authenticator.id))
  const again = await call('POST', '/passkeys', { name: 'Again', passkey: authenticator.make(told.body) })
  assert.deepEqual([again.status, again.body.code], [409, 'passkey.known'])
  const anns = await signIn('ann')
  const asked = await call('POST', '/confirmation/options', undefined, anns)
  assert.equal((await call('POST', '/confirmation', { passkey: authenticator.answer(asked.body) }, anns)).status, 403)
})

test('the last passkey stays while there is no other way in', async () => {
  await baton.db.deleteFrom('passwords').where('person_id', '=', bo.id).execute()
  await baton.db.updateTable('people').set({ email: null }).where('id', '=', bo.id).execute()
  const own = (await call('GET', '/me/sign-in')).body.passkeys
  for (const { id } of own.slice(1)) assert.equal((await call('DELETE', `/passkeys/${id}`)).status, 200)
  const last = await call('DELETE', `/passkeys/${own[0].id}`)
  assert.deepEqual([last.status, last.body.code], [409, 'passkey.last_way'])
})

test('where browsers know no passkeys none are offered', async (t) => {
  const byNumber = await startBaton({ url: 'http://192.0.2.7:3000' })
  t.after(() => byNumber.close())
  assert.equal((await byNumber.call(null, 'GET', '/sign-in', undefined, { host: '192.0.2.7:3000' })).body.passkeys, null)
  const refused = await byNumber.call(null, 'POST', '/sign-in/passkey/options', undefined, { host: '192.0.2.7:3000' })
  assert.deepEqual([refused.status, refused.body.code], [409, 'passkey.not_here'])
})
