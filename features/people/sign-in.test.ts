import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { signInSweep } from './jobs.ts'

let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind' })
})
after(() => baton.close())

const password = 'seven quiet lanterns'
const signIn = (handle: string, given = password): Promise<Answer> =>
  baton.call(null, 'POST', '/sign-in', { email: `${handle}@halyard.example`, password: given })

function cookieOf(answer: Answer): Record<string, string> {
  return { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
}

test('who signs in is known by a cookie that scripts cannot read, and by no other', async () => {
  const answer = await signIn('bo')
  assert.equal(answer.status, 200)
  assert.equal(answer.body.person.handle, 'bo')
  assert.match(answer.headers.get('set-cookie') ?? '', /^baton=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
  const me = await baton.call(null, 'GET', '/me', undefined, cookieOf(answer))
  assert.deepEqual([me.status, me.body.person.handle], [200, 'bo'])
  assert.equal((await baton.call(null, 'GET', '/me', undefined, { cookie: 'baton=something' })).status, 401)
})

test('an address is the same in capitals', async () => {
  const answer = await baton.call(null, 'POST', '/sign-in', { email: 'BO@Halyard.Example', password })
  assert.equal(answer.status, 200)
})

test('a wrong password and an unknown address are one answer', async () => {
  const [wrong, unknown] = await Promise.all([signIn('bo', 'eight quiet lanterns'), signIn('nobody')])
  assert.deepEqual([wrong.status, wrong.body.code], [401, 'sign_in.refused'])
  assert.deepEqual(wrong.body, unknown.body)
})

test('sessions are listed and ended, by sessions only', async () => {
  const [one, other] = [cookieOf(await signIn('bo')), cookieOf(await signIn('bo'))]
  const list = await baton.call(null, 'GET', '/sessions', undefined, one)
  assert.equal(list.body.items.filter((session: { current: boolean }) => session.current).length, 1)
  const mine = list.body.items.find((session: { current: boolean }) => session.current)
  assert.equal((await baton.call(bo, 'DELETE', `/sessions/${mine.id}`)).body.code, 'token.too_narrow')
  assert.equal((await baton.call(ann, 'POST', '/sign-out')).status, 403)
  assert.equal((await baton.call(null, 'DELETE', `/sessions/${mine.id}`, undefined, other)).status, 200)
  assert.equal((await baton.call(null, 'GET', '/me', undefined, one)).status, 401)
  const annsSession = await signIn('ann')
  assert.equal((await baton.call(null, 'DELETE', `/sessions/${annsSession.body.session.id}`, undefined, other)).status, 404)
})

test('signing out ends the session and the cookie', async () => {
  const mine = cookieOf(await signIn('bo'))
  const out = await baton.call(null, 'POST', '/sign-out', undefined, mine)
  assert.deepEqual([out.status, out.headers.get('set-cookie')?.includes('Max-Age=0')], [200, true])
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 401)
})

test('a session lasts thirty days after it was last used', async () => {
  const mine = cookieOf(await signIn('bo'))
  baton.clock.advance({ hours: 29 * 24 })
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 200)
  baton.clock.advance({ hours: 29 * 24 })
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 200)
  baton.clock.advance({ hours: 30 * 24 })
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 401)
})

test('that a session is used is written once an hour', async () => {
  const mine = cookieOf(await signIn('bo'))
  const look = () => baton.call(null, 'GET', '/sessions', undefined, mine)
  const atOnce = await baton.statements(look)
  baton.clock.advance({ hours: 1 })
  const later = await baton.statements(look)
  const again = await baton.statements(look)
  assert.deepEqual([atOnce.length, later.length, again.length], [2, 3, 2])
})

test('ten wrong passwords close an account for a quarter of an hour; right ones do not count', async () => {
  for (let times = 0; times < 12; times += 1) assert.equal((await signIn('ann')).status, 200)
  for (let times = 0; times < 10; times += 1) assert.equal((await signIn('ann', 'not the password')).status, 401)
  const closed = await signIn('ann')
  assert.deepEqual([closed.status, closed.body.code], [429, 'request.too_many'])
  assert.ok(Number(closed.headers.get('retry-after')) <= 900)
  assert.equal((await signIn('bo')).status, 200)
  baton.clock.advance({ minutes: 15 })
  assert.equal((await signIn('ann')).status, 200)
})

test('many addresses tried from one place are stopped there', async () => {
  const answers = await Promise.all(Array.from({ length: 55 }, (_, index) => signIn(`guess-${index}`)))
  assert.deepEqual(new Set(answers.map((answer) => answer.status)), new Set([401, 429]))
  baton.clock.advance({ minutes: 15 })
})

test('whoever has a network of IPv6 is one place, from whichever of its addresses they come', async (t) => {
  const other = await startBaton({ trustedProxies: 1 })
  t.after(() => other.close())
  await other.setup()
  const guess = async (from: string): Promise<number> => {
    const sent = { email: 'ann@halyard.example', password: 'a wrong guess' }
    return (await other.call(null, 'POST', '/sign-in', sent, { 'x-forwarded-for': from })).status
  }
  const answers: number[] = []
  for (let last = 1; last <= 11; last += 1) answers.push(await guess(`2001:db8:1:2::${last}`))
  assert.deepEqual(answers, [...Array.from({ length: 10 }, () => 401), 429])
  assert.equal(await guess('2001:db8:1:3::1'), 401)
})

test('a change of password takes the present one and ends the other sessions', async () => {
  const [mine, other] = [cookieOf(await signIn('bo')), cookieOf(await signIn('bo'))]
  const change = (body: object) => baton.call(null, 'PUT', '/password', body, mine)
  const wrong = await change({ current: 'not the password', new: 'nine slow bicycles' })
  assert.deepEqual([wrong.status, wrong.body.errors[0].path], [403, 'current'])
  const poor = await change({ current: password, new: 'BoLind2026!' })
  assert.deepEqual([poor.status, poor.body.errors[0].path], [422, 'new'])
  assert.equal((await change({ current: password, new: 'nine slow bicycles' })).status, 200)
  assert.equal((await baton.call(null, 'GET', '/me', undefined, other)).status, 401)
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 200)
  assert.equal((await signIn('bo')).status, 401)
  assert.equal((await signIn('bo', 'nine slow bicycles')).status, 200)
  assert.equal((await baton.call(bo, 'PUT', '/password', { current: 'nine slow bicycles', new: password })).status, 403)
})

test('no secret is stored as it is', async () => {
  const passwords = await baton.db.selectFrom('passwords').select('hash').execute()
  assert.ok(passwords.every(({ hash }) => hash.startsWith('$argon2id$v=19$m=19456,t=2,p=1$')))
  const tokens = await baton.db.selectFrom('tokens').selectAll().execute()
  assert.ok(!JSON.stringify(tokens).includes(bo.token.slice(6)))
})

test('signing in again in one browser ends the session it held', async () => {
  const mine = cookieOf(await signIn('ann'))
  const answer = await baton.call(null, 'POST', '/sign-in', { email: 'ann@halyard.example', password }, mine)
  assert.equal(answer.status, 200)
  assert.equal((await baton.call(null, 'GET', '/me', undefined, mine)).status, 401)
})

test('what has ended is swept away, and nothing else', async () => {
  const run = { db: baton.db, workspaceId: 1, now: baton.clock.now() }
  await signIn('ann', 'not the password')
  assert.ok(await signInSweep.next(run))
  baton.clock.advance({ hours: 32 * 24 })
  const now = baton.clock.now()
  assert.ok((await signInSweep.run({ ...run, now, due: now })) > 0)
  assert.equal(await signInSweep.next({ ...run, now }), null)
  assert.equal((await baton.call(ann, 'GET', '/me')).status, 200)
})
