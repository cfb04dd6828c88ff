import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { requestOf } from './access/requests.ts'
import { deep, keysOf, replaced, startTrial, type Trial } from './access/trial.ts'
import type { Credentials, Request } from './access/unchanging.ts'

let trial: Trial

before(async () => {
  trial = await startTrial()
})
after(() => trial.close())

/** Texts that are too long, too short, no text, no date, no number, or something else than what they stand for. */
const nonsense = [
  '',
  ' ',
  'x'.repeat(9_000),
  '😀'.repeat(400),
  '\u0001\u007f',
  'a\ud800b',
  '\u202e',
  "'; drop table people; --",
  '%',
  '§\\',
  "a' | !b:* & (c",
  '0000-01-01',
  '0000-01-01T00:00:00Z',
  '9999-12-31',
  '9999-12-31T23:59:59Z',
  '2026-02-30',
  '2026-11-23T10:00:00+23:59',
  '9999-12-31T23:59:59-23:59',
  '2026-12-23T09:00:00.1234567890Z',
  '-1',
  '1.5',
  '1e309',
  '99999999999999999999',
  '9007199254740991',
  '__proto__',
  'constructor',
  'infinity',
  'me',
  'all',
  '00000000-0000-0000-0000-000000000000',
  '01A207A2-0000-7000-8000-000000000000',
]

const noTexts: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  1e308,
  2 ** 53,
  2 ** 31,
  [],
  {},
  [null],
  Array.from({ length: 2_000 }, () => 'x'),
  JSON.parse(deep(500)),
]

/** Each of these takes a hash of a password, which is made to be slow. */
const slow = ['signIn', 'changePassword', 'acceptInvitation']

/** Sends all of it, and then fails with all that failed. */
async function assertAllAnswered(who: Credentials, requests: Iterable<Request>): Promise<void> {
  const failed: string[] = []
  for (const request of requests) {
    try {
      await trial.answered(who, request)
    } catch (error) {
      failed.push(String(error))
    }
  }
  assert.deepEqual(failed, [])
}

function* bodiesOf(endpoint: Endpoint): Generator<Request> {
  const sent = trial.sentTo(endpoint)
  for (const value of slow.includes(endpoint.name) ? ['', 'a\ud800b', null, [], {}] : [...nonsense, ...noTexts]) {
    for (const body of replaced(sent.body ?? {}, value)) yield requestOf(endpoint, { ...sent, body: JSON.stringify(body) })
  }
}

test('whatever stands in a body, it is taken or refused, never failed on', async (t) => {
  for (const endpoint of trial.taking) {
    await t.test(endpoint.name, () => assertAllAnswered(trial.whoUses(endpoint), bodiesOf(endpoint)))
  }
})

function* queriesOf(endpoint: Endpoint): Generator<Request> {
  const sent = trial.sentTo(endpoint)
  for (const key of keysOf(endpoint.query)) {
    for (const value of nonsense) yield requestOf(endpoint, { ...sent, query: { ...sent.query, [key]: value } })
  }
}

test('whatever is asked in a query, it is answered or refused', async (t) => {
  for (const endpoint of trial.endpoints.filter(({ query }) => keysOf(query).length > 0)) {
    await t.test(endpoint.name, () => assertAllAnswered(trial.milo, queriesOf(endpoint)))
  }
})

function* addressesOf(endpoint: Endpoint): Generator<Request> {
  const sent = trial.sentTo(endpoint)
  for (const key of Object.keys(sent.params ?? {})) {
    for (const value of nonsense.filter((text) => text.isWellFormed() && text.trim() !== '')) {
      yield requestOf(endpoint, { ...sent, params: { ...sent.params, [key]: value } })
    }
  }
}

test('whatever an address names, it is found or not', async (t) => {
  for (const endpoint of trial.endpoints.filter(({ path, name }) => path.includes(':') && !slow.includes(name))) {
    await t.test(endpoint.name, () => assertAllAnswered(trial.milo, addressesOf(endpoint)))
  }
})

const notFoundOf = ({ failures }: Endpoint): string | undefined => failures.find((code) => code.endsWith('.not_found'))

test('an address that can name nothing is answered as one that names what is absent', async () => {
  for (const endpoint of trial.endpoints.filter(({ path, access }) => path.includes(':') && access !== 'open')) {
    const sent = trial.sentTo(endpoint)
    const [key = ''] = Object.keys(sent.params ?? {})
    const { code } = await trial.refused(
      trial.milo,
      requestOf(endpoint, { ...sent, params: { ...sent.params, [key]: 'x'.repeat(600) } }),
      404,
    )
    assert.equal(code, notFoundOf(endpoint), endpoint.name)
  }
})

test('a field that is not declared is refused by its name', async () => {
  for (const endpoint of trial.taking) {
    const sent = trial.sentTo(endpoint)
    const body = { ...(sent.body as object | undefined) }
    for (const name of ['workspaceId', 'personId', 'constructor', 'toString', 'is_admin']) {
      const { errors } = await trial.refused(trial.milo, requestOf(endpoint, { ...sent, body: { ...body, [name]: 1 } }), 422)
      assert.ok(
        errors.some(({ path }: { path: string }) => path === name),
        `${endpoint.name} says nothing of ${name}: ${JSON.stringify(errors)}`,
      )
    }
    const polluting = `{"__proto__":{"admin":true}${JSON.stringify(body).replace('{', Object.keys(body).length > 0 ? ',' : '')}`
    await trial.answered(trial.milo, requestOf(endpoint, { ...sent, body: polluting }))
  }
  assert.equal('admin' in {}, false)
})

test('the character that PostgreSQL cannot hold is refused wherever it stands', async () => {
  for (const endpoint of trial.taking) {
    const sent = trial.sentTo(endpoint)
    for (const body of replaced(sent.body ?? {}, 'a\0b')) {
      const { code } = await trial.refused(trial.milo, requestOf(endpoint, { ...sent, body: JSON.stringify(body) }), 400)
      assert.equal(code, 'request.nul_character', endpoint.name)
    }
  }
  for (const endpoint of trial.endpoints) {
    const sent = trial.sentTo(endpoint)
    for (const key of keysOf(endpoint.query)) {
      await trial.refused(trial.whoUses(endpoint), requestOf(endpoint, { ...sent, query: { ...sent.query, [key]: 'a\0b' } }), 400)
    }
    for (const key of Object.keys(sent.params ?? {})) {
      await trial.refused(trial.whoUses(endpoint), requestOf(endpoint, { ...sent, params: { ...sent.params, [key]: 'a\0b' } }), 404)
    }
  }
})

test('how that character is written is text like any other', async () => {
  const path = `/threads/${trial.world.vault.thread.number}/posts`
  const { status, body } = await trial.answered(trial.milo, { method: 'POST', path, body: String.raw`{"body":"write \\u0000"}` })
  assert.deepEqual([status, body.body], [201, String.raw`write \u0000`])
})

test('half a character is kept as one that cannot be shown', async () => {
  const path = `/posts/${trial.world.vault.post.byMember}`
  const { body } = await trial.answered(trial.milo, { method: 'PATCH', path, body: String.raw`{"body":"one \ud800 half"}` })
  assert.equal(body.body, 'one \ufffd half')
})

test('what somebody or something is called stands on one line', async () => {
  const called = 'One\r\n\ttwo\u2028three\n'
  const space = await trial.answered(trial.milo, { method: 'POST', path: '/spaces', body: { slug: 'lines', name: called } })
  const person = await trial.answered(trial.milo, { method: 'PATCH', path: '/people/me', body: { name: called } })
  const thread = await trial.answered(trial.milo, {
    method: 'POST',
    path: '/threads',
    body: { space: 'umbra', title: called, body: called },
  })
  assert.deepEqual([space.body.name, person.body.name, thread.body.title], ['One two three', 'One two three', 'One two three'])
  assert.equal(thread.body.posts.items[0].body, called.trim())
  const family = '👩‍👩‍👧 نور\u200f \u2067(Noor)\u2069'
  assert.equal((await trial.answered(trial.milo, { method: 'PATCH', path: '/people/me', body: { name: family } })).body.name, family)
  const nothing = { method: 'PATCH', path: '/people/me', body: { name: '\n\u2029\t' } }
  await trial.refused(trial.milo, nothing, 422)
})
