import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton, testUrl } from '#app/testing/harness.ts'
import { totpCode } from '#platform/secrets/totp.ts'
import { newAuthenticator } from '#platform/testing/authenticator.ts'

let baton: Baton
let ann: Someone
let ada: Someone

const password = 'seven quiet lanterns'

before(async () => {
  baton = await startBaton({ mail: true })
  ann = await baton.setup()
  ada = await baton.person({ handle: 'ada', name: 'Ada Adebayo', role: 'admin' })
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const cookieOf = (answer: Answer): string => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
const enter = (handle: string, more: object = {}, headers = {}): Promise<Answer> =>
  baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password, ...more }, headers)
const call = (cookie: string, method: string, path: string, body?: unknown): Promise<Answer> =>
  baton.call(null, method, path, body, { cookie })

interface Guarded {
  readonly handle: string
  readonly cookie: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

let made = 0

/** Somebody whose second factor is on, half a minute ago. */
async function guarded(): Promise<Guarded> {
  const handle = `g${(made += 1)}`
  await baton.person({ handle })
  const cookie = cookieOf(await enter(handle))
  const { secret } = (await call(cookie, 'POST', '/second-factor')).body
  const on = await call(cookie, 'POST', '/second-factor/confirm', { code: totpCode(secret, baton.clock.now()) })
  assert.equal(on.status, 200, JSON.stringify(on.body))
  baton.clock.advance({ seconds: 60 })
  return { handle, cookie, secret, recoveryCodes: on.body.recoveryCodes }
}

const now = (secret: string): string => totpCode(secret, baton.clock.now())

test('a second factor is on once a code of the app was sent, and is asked for from then on', async () => {
  await baton.person({ handle: 'bo' })
  const cookie = cookieOf(await enter('bo'))
  const elsewhere = cookieOf(await enter('bo'))
  const first = (await call(cookie, 'POST', '/second-factor')).body
  const begun = (await call(cookie, 'POST', '/second-factor')).body
  assert.notEqual(begun.secret, first.secret)
  assert.match(begun.address, new RegExp(`^otpauth://totp/.*bo.*secret=${begun.secret}`))
  assert.match(begun.qr.path, /^(M\d+ \d+h\d+v1h-\d+z)+$/)
  assert.equal((await enter('bo')).status, 200)
  const wrong = await call(cookie, 'POST', '/second-factor/confirm', { code: now(first.secret) })
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'second_factor.wrong'])
  const on = await call(cookie, 'POST', '/second-factor/confirm', { code: now(begun.secret) })
  assert.equal(new Set(on.body.recoveryCodes).size, 10)
  assert.equal((await call(elsewhere, 'GET', '/me')).status, 401)
  assert.deepEqual((await call(cookie, 'GET', '/me/sign-in')).body.secondFactor, { since: baton.clock.now().toString(), recoveryCodes: 10 })
  assert.equal((await call(cookie, 'POST', '/second-factor')).body.code, 'second_factor.already_on')
  const asked = await enter('bo')
  assert.deepEqual([asked.status, asked.body.code, asked.headers.getSetCookie().length], [401, 'sign_in.second_factor', 0])
  baton.clock.advance({ seconds: 30 })
  assert.equal((await enter('bo', { second: now(begun.secret) })).status, 200)
})

test('who does not know the password learns nothing of a second factor', async () => {
  const { handle } = await guarded()
  const wrong = await enter(handle, { password: 'not the one' })
  const unknown = await enter('nobody', { password: 'not the one' })
  assert.deepEqual(wrong.body, unknown.body)
  assert.deepEqual((await enter(handle, { password: 'not the one', second: '123456' })).body, unknown.body)
})

test('a code of the app works once, and none before it works after it', async () => {
  const { handle, secret } = await guarded()
  const earlier = totpCode(secret, baton.clock.now().subtract({ seconds: 30 }))
  const code = now(secret)
  const both = await Promise.all([enter(handle, { second: code }), enter(handle, { second: code })])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 401],
  )
  for (const second of [code, earlier]) {
    const again = await enter(handle, { second })
    assert.deepEqual([again.status, again.body.code], [401, 'sign_in.second_factor_wrong'])
  }
  const next = totpCode(secret, baton.clock.now().add({ seconds: 30 }))
  assert.equal((await enter(handle, { second: ` ${next.slice(0, 3)} ${next.slice(3)} ` })).status, 200)
})

test('the code that turned it on is spent', async () => {
  await baton.person({ handle: 'cy' })
  const cookie = cookieOf(await enter('cy'))
  const { secret } = (await call(cookie, 'POST', '/second-factor')).body
  await call(cookie, 'POST', '/second-factor/confirm', { code: now(secret) })
  assert.equal((await enter('cy', { second: now(secret) })).status, 401)
})

test('a recovery code works once, however it is typed; others in their place end them', async () => {
  const { handle, cookie, recoveryCodes } = await guarded()
  const [one = '', two = '', three = ''] = recoveryCodes
  const both = await Promise.all([enter(handle, { second: one }), enter(handle, { second: one.toUpperCase().replaceAll('-', ' ') })])
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 401],
  )
  assert.equal((await enter(handle, { second: one })).status, 401)
  assert.equal((await call(cookie, 'GET', '/me/sign-in')).body.secondFactor.recoveryCodes, 9)
  const renewed = await call(cookie, 'POST', '/second-factor/recovery-codes')
  assert.equal(renewed.body.recoveryCodes.length, 10)
  assert.equal((await enter(handle, { second: two })).status, 401)
  assert.equal((await enter(handle, { second: renewed.body.recoveryCodes[0] })).status, 200)
  const other = await guarded()
  assert.equal((await enter(other.handle, { second: three })).status, 401)
})

test('ten wrong codes close it for a quarter of an hour, the right one included', async () => {
  const { handle, secret } = await guarded()
  for (let times = 0; times < 10; times += 1) assert.equal((await enter(handle, { second: '000000' })).status, 401)
  const closed = await enter(handle, { second: now(secret) })
  assert.deepEqual([closed.status, closed.body.code], [429, 'request.too_many'])
  assert.ok(Number(closed.headers.get('retry-after')) > 0)
  baton.clock.advance({ minutes: 15 })
  assert.equal((await enter(handle, { second: now(secret) })).status, 200)
})

test('it is asked for after a code by mail, which stays good until both are right', async () => {
  const { handle, secret } = await guarded()
  const email = `${handle}@halyard.example`
  const sent = await baton.call(null, 'POST', '/sign-in/code', { email })
  await baton.settle()
  const mail = baton.mails.find(({ to, headers }) => to.includes(email) && headers.get('subject') === 'Your code for Halyard')
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0]
  const browser = { cookie: cookieOf(sent) }
  const withCode = (second?: string) => baton.call(null, 'POST', '/sign-in', { email, code, ...(second ? { second } : {}) }, browser)
  assert.equal((await withCode()).body.code, 'sign_in.second_factor')
  assert.equal((await withCode('000000')).body.code, 'sign_in.second_factor_wrong')
  assert.equal((await withCode(now(secret))).status, 200)
  assert.equal((await withCode(totpCode(secret, baton.clock.now().add({ seconds: 30 })))).body.code, 'sign_in.refused')
})

test('a passkey is both factors; confirming by password takes both', async () => {
  const { handle, cookie, secret } = await guarded()
  const passkey = newAuthenticator({ origin: testUrl, rpId: 'localhost' })
  const told = await call(cookie, 'POST', '/passkeys/options')
  assert.equal((await call(cookie, 'POST', '/passkeys', { name: 'Key', passkey: passkey.make(told.body) })).status, 201)
  const asked = await baton.call(null, 'POST', '/sign-in/passkey/options')
  const answer = await baton.call(null, 'POST', '/sign-in/passkey', { passkey: passkey.answer(asked.body) }, { cookie: cookieOf(asked) })
  assert.deepEqual([answer.status, answer.body.person.handle], [200, handle])
  const half = await call(cookie, 'POST', '/confirmation', { password })
  assert.deepEqual([half.status, half.body.code], [403, 'sign_in.second_factor'])
  assert.equal((await call(cookie, 'POST', '/confirmation', { password, second: now(secret) })).status, 200)
})

test('it is turned off by whoever confirmed, and its recovery codes go with it', async () => {
  const { handle, cookie } = await guarded()
  assert.equal((await call(cookie, 'DELETE', '/second-factor')).status, 200)
  assert.equal((await call(cookie, 'DELETE', '/second-factor')).status, 404)
  assert.equal((await enter(handle)).status, 200)
  const left = await baton.db
    .selectFrom('recovery_codes')
    .innerJoin('people', 'people.id', 'recovery_codes.person_id')
    .where('handle', '=', handle)
    .selectAll()
    .execute()
  assert.deepEqual(left, [])
})

test('an owner or admin resets it for who lost it, who is told by mail when they are open', async () => {
  const { handle, cookie } = await guarded()
  const [anns, adas, others] = [cookieOf(await enter('ann')), cookieOf(await enter('ada')), cookieOf(await enter('bo'))]
  baton.clock.set('2026-11-25T02:00:00Z')
  const late = await call(adas, 'DELETE', `/people/${handle}/second-factor`)
  assert.equal(late.body.code, 'session.not_recent')
  assert.equal((await call(others, 'DELETE', `/people/${handle}/second-factor`)).status, 401)
  await call(adas, 'POST', '/confirmation', { password })
  await call(anns, 'POST', '/confirmation', { password })
  assert.equal((await baton.call(ada, 'DELETE', `/people/${handle}/second-factor`)).body.code, 'token.too_narrow')
  assert.equal((await call(adas, 'DELETE', '/people/ann/second-factor')).body.code, 'second_factor.reset_not_allowed')
  assert.equal((await call(anns, 'DELETE', '/people/me/second-factor')).body.code, 'person.self')
  assert.equal((await call(adas, 'DELETE', `/people/${handle}/second-factor`)).status, 200)
  assert.equal((await call(adas, 'DELETE', `/people/${handle}/second-factor`)).status, 404)
  assert.equal((await call(cookie, 'GET', '/me')).status, 401)
  assert.equal((await enter(handle)).status, 200)
  await baton.settle()
  const toThem = () => baton.mails.filter(({ to }) => to.includes(`${handle}@halyard.example`)).at(-1)
  assert.ok(!toThem()?.text.includes('Ada Adebayo'))
  baton.clock.set('2026-11-25T09:00:00Z')
  await baton.settle()
  assert.match(toThem()?.text ?? '', /Ada Adebayo turned your second factor off/)
})

test('neither the secret of an app nor a recovery code is stored as it is', async () => {
  const { secret, recoveryCodes } = await guarded()
  const rows = JSON.stringify([
    await baton.db.selectFrom('second_factors').selectAll().execute(),
    await baton.db.selectFrom('recovery_codes').selectAll().execute(),
    await baton.db.selectFrom('events').selectAll().execute(),
  ])
  const hex = Buffer.from(secret).toString('hex')
  for (const word of [secret, hex, ...recoveryCodes]) assert.ok(!rows.includes(word))
  assert.equal((await baton.call(ann, 'GET', '/me/sign-in')).body.confirmedUntil, null)
})
