import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone

before(async () => {
  baton = await startBaton({ mail: true })
  ann = await baton.setup()
  await baton.person({ handle: 'bo', name: 'Bo Lind' })
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})
// Past the hour in which codes are counted.
beforeEach(() => baton.clock.advance({ hours: 1 }))

const cookieOf = (answer: Answer): string => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
const addressOf = (handle: string): string => `${handle}@halyard.example`

/** A browser that asks for a code; the code is null where none came. */
async function ask(handle: string, browser = ''): Promise<{ answer: Answer; browser: string; code: string | null }> {
  const before = baton.mails.length
  const answer = await baton.call(null, 'POST', '/sign-in/code', { email: addressOf(handle) }, browser ? { cookie: browser } : {})
  await baton.settle()
  const mail = baton.mails.slice(before).at(-1)
  return { answer, browser: cookieOf(answer), code: /\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? null }
}

async function asked(handle: string, browser = ''): Promise<{ browser: string; code: string }> {
  const { answer, code, ...rest } = await ask(handle, browser)
  assert.equal(answer.status, 200)
  assert.ok(code, 'a code came')
  return { ...rest, code }
}

const enter = (handle: string, code: string, browser = ''): Promise<Answer> =>
  baton.call(null, 'POST', '/sign-in', { email: addressOf(handle), code }, browser ? { cookie: browser } : {})

/** A code that is wrong, whatever the right one is. */
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a code comes by mail at once, at night as well, and signs in the browser that asked', async () => {
  baton.clock.set('2026-11-24T03:00:00Z')
  const { browser, code } = await asked('bo')
  const mail = baton.mails.at(-1)
  assert.deepEqual(mail?.to, [addressOf('bo')])
  assert.equal(mail.headers.get('subject'), 'Your code for Halyard')
  assert.ok(!(mail.headers.get('subject') ?? '').includes(code))
  const answer = await enter('bo', `${code.slice(0, 3)} ${code.slice(3)}`, browser)
  assert.deepEqual([answer.status, answer.body.person?.handle], [200, 'bo'])
  assert.equal((await baton.call(null, 'GET', '/me', undefined, { cookie: cookieOf(answer) })).status, 200)
})

test('an address of nobody’s gets the same answer by the same statements, and no mail', async () => {
  const known: Awaited<ReturnType<typeof ask>>[] = []
  const statements = async (handle: string): Promise<string[]> => {
    const sent = baton.mails.length
    const seen = await baton.statements(async () => {
      const answer = await baton.call(null, 'POST', '/sign-in/code', { email: addressOf(handle) })
      known.push({ answer, browser: cookieOf(answer), code: null })
    })
    await baton.settle()
    assert.equal(baton.mails.length - sent, handle === 'bo' ? 1 : 0)
    return seen
  }
  assert.deepEqual(await statements('nobody'), await statements('bo'))
  const [nobody, bo] = known.map(({ answer }) => [answer.status, answer.body, [...answer.headers.keys()].toSorted()])
  assert.deepEqual(nobody, bo)
  const [first, second] = known
  const tried = await Promise.all([enter('nobody', '123456', first?.browser), enter('bo', '12345', second?.browser)])
  assert.deepEqual(tried[0].body, tried[1].body)
  assert.deepEqual([tried[0].status, tried[0].body.code], [401, 'sign_in.refused'])
  const counted = async (handle: string, browser: string | undefined): Promise<string[]> =>
    baton.statements(() => enter(handle, '12345', browser))
  assert.deepEqual(await counted('nobody', first?.browser), await counted('bo', second?.browser))
})

test('a code is of no use in another browser, for somebody else, or a second time', async () => {
  const { browser, code } = await asked('bo')
  assert.equal((await enter('bo', code)).status, 401)
  assert.equal((await enter('bo', code, (await asked('ann')).browser)).status, 401)
  assert.equal((await enter('ann', code, browser)).status, 401)
  assert.equal((await enter('bo', code, browser)).status, 200)
  assert.equal((await enter('bo', code, browser)).status, 401)
})

test('of two who use one code at once, one enters', async () => {
  const { browser, code } = await asked('bo')
  const answers = await Promise.all([enter('bo', code, browser), enter('bo', code, browser), enter('bo', code, browser)])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [200, 401, 401],
  )
})

test('after five wrong tries the right code is wrong, many at once included', async () => {
  const { browser, code } = await asked('bo')
  const wrong = await Promise.all(Array.from({ length: 5 }, () => enter('bo', other(code), browser)))
  assert.deepEqual(new Set(wrong.map(({ status }) => status)), new Set([401]))
  assert.equal((await enter('bo', code, browser)).status, 401)
  const again = await asked('bo', browser)
  for (let times = 0; times < 3; times += 1) await enter('bo', other(again.code), again.browser)
  assert.equal((await enter('bo', again.code, again.browser)).status, 200)
})

test('a code works for ten minutes, and until another is asked for in its browser', async () => {
  const late = await asked('bo')
  baton.clock.advance({ minutes: 10 })
  assert.equal((await enter('bo', late.code, late.browser)).status, 401)
  const first = await asked('bo', late.browser)
  const second = await asked('bo', first.browser)
  if (first.code !== second.code) assert.equal((await enter('bo', first.code, second.browser)).status, 401)
  assert.equal((await enter('bo', second.code, second.browser)).status, 200)
})

test('three an hour are sent to one address, whoever asks and whoever it is', async () => {
  for (const handle of ['bo', 'nobody']) {
    for (let times = 0; times < 3; times += 1) assert.equal((await ask(handle)).answer.status, 200)
    const { answer } = await ask(handle)
    assert.deepEqual([answer.status, answer.body.code], [429, 'request.too_many'])
    assert.ok(Number(answer.headers.get('retry-after')) > 0)
  }
})

test('a code that was not sent in time is not sent at all', async () => {
  const before = baton.mails.length
  await baton.call(null, 'POST', '/sign-in/code', { email: addressOf('bo') })
  baton.clock.advance({ minutes: 11 })
  await baton.settle()
  assert.equal(baton.mails.length, before)
})

test('who forgot their password sets another after a code, within a quarter of an hour', async () => {
  const { browser, code } = await asked('bo')
  const session = { cookie: cookieOf(await enter('bo', code, browser)) }
  const elsewhere = await baton.call(null, 'POST', '/sign-in', { email: addressOf('bo'), password: 'seven quiet lanterns' })
  const own = await baton.call(null, 'GET', '/me/sign-in', undefined, session)
  assert.deepEqual([own.body.withoutCurrent, own.body.confirmedUntil], [true, baton.clock.now().add({ minutes: 15 }).toString()])
  baton.clock.advance({ minutes: 14 })
  assert.equal((await baton.call(null, 'PUT', '/password', { new: 'nine slow bicycles' }, session)).status, 200)
  assert.equal((await baton.call(null, 'GET', '/me', undefined, { cookie: cookieOf(elsewhere) })).status, 401)
  baton.clock.advance({ minutes: 1 })
  const late = await baton.call(null, 'PUT', '/password', { new: 'ten slow bicycles' }, session)
  assert.deepEqual([late.status, late.body.code], [403, 'session.not_recent'])
  const byPassword = await baton.call(null, 'POST', '/sign-in', { email: addressOf('bo'), password: 'nine slow bicycles' })
  const refused = await baton.call(null, 'PUT', '/password', { new: 'ten slow bicycles' }, { cookie: cookieOf(byPassword) })
  assert.deepEqual([refused.status, refused.body.code], [403, 'session.not_recent'])
  await baton.settle()
  const mail = baton.mails.at(-1)
  assert.match(mail?.text ?? '', /Your password was changed/)
  assert.deepEqual(mail?.to, [addressOf('bo')])
})

test('no code is stored, and the address of nobody’s that was typed is not either', async () => {
  const { code } = await asked('bo')
  const rows = await baton.db.selectFrom('sign_in_codes').selectAll().execute()
  assert.ok(!JSON.stringify(rows).includes(code))
  const refused = await baton.db.selectFrom('sign_in_refusals').selectAll().execute()
  assert.ok(refused.length > 0 && !JSON.stringify(refused).includes('@'))
})

test('without a mail server no code is offered or sent, and nothing is kept', async (t) => {
  const silent = await startBaton()
  t.after(() => silent.close())
  await silent.setup()
  assert.deepEqual((await silent.call(null, 'GET', '/sign-in')).body, { code: false, passkeys: 'localhost' })
  assert.deepEqual((await baton.call(null, 'GET', '/sign-in')).body, { code: true, passkeys: 'localhost' })
  const refused = await silent.call(null, 'POST', '/sign-in/code', { email: addressOf('ann') })
  assert.deepEqual([refused.status, refused.body.code], [409, 'sign_in.no_mail'])
  assert.deepEqual(await silent.db.selectFrom('sign_in_codes').selectAll().execute(), [])
})

test('who is deactivated gets no code, and no more of an answer', async () => {
  await baton.person({ handle: 'cy' })
  await baton.call(ann, 'PATCH', '/people/cy', { active: false })
  const { answer, code } = await ask('cy')
  assert.deepEqual([answer.status, code], [200, null])
})

test('a password and a code at once, or neither, is no sign-in', async () => {
  for (const body of [{ email: addressOf('bo') }, { email: addressOf('bo'), password: 'x', code: '123456' }])
    assert.equal((await baton.call(null, 'POST', '/sign-in', body)).status, 422)
})
