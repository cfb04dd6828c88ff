import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { requestOf } from './access/requests.ts'
import { deep, keysOf, startTrial, type Trial } from './access/trial.ts'
import type { Request } from './access/unchanging.ts'

let trial: Trial

before(async () => {
  trial = await startTrial()
})
after(() => trial.close())

const malformed = ['{', '"', 'nul', '{"a":1,}', "{'a':1}", '{"a":NaN}', '\ufeff', '{}{}', '\0', '{"a":"\0"}', deep(100_000).slice(1)]
const otherTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json-patch+json',
  '',
]
const noObjects = ['[]', '"x"', 'null', '1', 'true', deep(100_000), `${'{"x":'.repeat(50_000)}1${'}'.repeat(50_000)}`]

test('what is not JSON is refused as that; JSON that is no object says so', async () => {
  for (const endpoint of trial.taking) {
    const { method, path } = requestOf(endpoint, trial.sentTo(endpoint))
    for (const body of malformed) {
      const { code } = await trial.refused(trial.milo, { method, path, body }, 400)
      assert.ok(['request.malformed', 'request.nul_character'].includes(code), `${endpoint.name} ${body.slice(0, 20)}: ${code}`)
    }
    for (const type of otherTypes) {
      const { code } = await trial.refused(trial.milo, { method, path, body: '{}', headers: { 'content-type': type } }, 400)
      assert.equal(code, 'request.not_json', `${endpoint.name} ${type}`)
    }
    for (const body of noObjects) await trial.refused(trial.milo, { method, path, body }, 422)
  }
})

test('a body larger than 2 MB is refused, whether it says so or not', async () => {
  const body = JSON.stringify({ body: 'x'.repeat(2 * 1024 * 1024) })
  for (const endpoint of trial.taking) {
    const { method, path } = requestOf(endpoint, trial.sentTo(endpoint))
    const { code } = await trial.refused(trial.milo, { method, path, body }, 413)
    assert.equal(code, 'request.too_large', endpoint.name)
  }
  await trial.refused(trial.milo, { method: 'POST', path: '/threads', body: '{}', headers: { 'content-length': '999999999' } }, 413)
})

test('every list is asked for one to a hundred at once', async () => {
  assert.ok(trial.lists.length >= 10)
  for (const endpoint of trial.lists) {
    const sent = trial.sentTo(endpoint)
    const ask = (limit: string): Request => requestOf(endpoint, { ...sent, query: { ...sent.query, limit } })
    for (const limit of ['0', '101', '-1', '1.5', 'ten', '', ' ', '1e3', '99999999999999999999']) {
      const { errors } = await trial.refused(trial.whoUses(endpoint), ask(limit), 422)
      assert.equal(errors[0].path, 'limit', `${endpoint.name} ${limit}`)
    }
    for (const limit of ['1', '100']) assert.equal((await trial.answered(trial.whoUses(endpoint), ask(limit))).status, 200, endpoint.name)
  }
})

const encoded = (text: string): string => Buffer.from(text).toString('base64url')
const someId = '01a207a2-0000-7000-8000-000000000000'
/** No place in any list. */
const noPlaces = [
  'x',
  '!!!',
  '%00',
  'null',
  encoded('null'),
  encoded('{}'),
  encoded('[]'),
  encoded('[null]'),
  encoded('[[]]'),
  encoded('[1,2,3,4]'),
]
/** What might be a place in one list and must not harm another. */
const otherPlaces = [
  '',
  encoded(''),
  encoded('["0000-01-01T00:00:00Z","x"]'),
  encoded(`["2026-13-45T99:99:99Z","${someId}"]`),
  encoded(`["0000-01-01T00:00:00Z","${someId}"]`),
  encoded(`["2026-11-23T09:00:00Z","${'-'.repeat(36)}"]`),
  encoded(`["infinity","${someId}"]`),
  encoded(`2026-13-45T99:99:99Z ${someId}`),
  encoded(`infinity ${'f'.repeat(36)}`),
  encoded('[-1,"",""]'),
  encoded(`[0,"0000-01-01T00:00:00Z","${someId}"]`),
  encoded(`[1e99,"","${someId}"]`),
  encoded('[9007199254740991]'),
  encoded('["a\\u0000b"]'),
  encoded('["a\0b"]'),
  'x'.repeat(401),
]

test('a list goes on only where one ended', async () => {
  for (const endpoint of trial.lists.filter(({ name }) => name !== 'listPosts')) {
    const sent = trial.sentTo(endpoint)
    const ask = (after: string): Request => requestOf(endpoint, { ...sent, query: { ...sent.query, after } })
    for (const after of noPlaces) await trial.refused(trial.whoUses(endpoint), ask(after), 422)
    for (const after of otherPlaces) {
      const { status, body } = await trial.answered(trial.whoUses(endpoint), ask(after))
      if (status !== 200) assert.deepEqual([status, body.errors[0].path], [422, 'after'], `${endpoint.name} ${after}`)
    }
  }
})

test('a query says each thing once, and nothing that is not asked for', async () => {
  for (const endpoint of trial.endpoints.filter(({ name }) => !['setUp', 'unsubscribe'].includes(name))) {
    const { method, path, body, headers } = requestOf(endpoint, trial.sentTo(endpoint))
    const ask = (more: string): Request => ({ method, path: `${path}${path.includes('?') ? '&' : '?'}${more}`, body, headers })
    const who = trial.whoUses(endpoint)
    const unknown = await trial.refused(who, ask('nonsense=1'), 422)
    assert.equal(unknown.errors[0].path, 'nonsense', endpoint.name)
    for (const key of keysOf(endpoint.query)) {
      const twice = await trial.refused(who, ask(`${key}=1&${key}=2`), 422)
      assert.deepEqual(twice.errors, [{ path: key, message: 'Say this once' }], endpoint.name)
    }
  }
})

const foreignOrigins = [
  'https://evil.example',
  'null',
  'http://localhost:3001',
  'http://localhost.evil.example:3000',
  'http://localhost:3000.evil.example',
  'file://',
  'x',
  '',
]

test('a page of another site changes nothing', async () => {
  for (const endpoint of trial.endpoints.filter(({ method }) => method !== 'GET')) {
    for (const origin of foreignOrigins) {
      const { code } = await trial.refused(trial.milo, { ...requestOf(endpoint, trial.sentTo(endpoint)), headers: { origin } }, 403)
      assert.equal(code, 'origin.foreign', `${endpoint.name} ${origin}`)
    }
  }
  const own: Request = { method: 'PATCH', path: '/people/me', body: { status: 'x' }, headers: { origin: 'http://localhost:3000' } }
  assert.equal((await trial.answered(trial.milo, own)).status, 200)
})

const foreignHosts = [
  'evil.example',
  'localhost.evil.example',
  'localhostx',
  '127.0.0.1.nip.io',
  'baton.localhost',
  '',
  '[::1',
  'localhost:x',
  'localhost@evil.example',
]

test('only hosts that are ours are answered', async () => {
  for (const host of foreignHosts) {
    for (const path of ['/me', '/api/openapi.json', '/health/live', '/nothing']) {
      assert.equal((await trial.refused(trial.milo, { method: 'GET', path, headers: { host } }, 421)).code, 'host.unknown', host)
    }
    await trial.refused(trial.milo, { method: 'POST', path: '/sign-in', headers: { host, origin: `http://${host}` } }, 421)
  }
  for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000', '192.168.1.7']) {
    assert.equal((await trial.answered(trial.milo, { method: 'GET', path: '/me', headers: { host } })).status, 200, host)
  }
})

test('HEAD is GET without its body', async () => {
  for (const endpoint of trial.endpoints.filter(({ method }) => method === 'GET')) {
    const { path } = requestOf(endpoint, trial.sentTo(endpoint))
    const whole = await trial.answered(trial.whoUses(endpoint), { method: 'GET', path })
    const head = await trial.answered(trial.whoUses(endpoint), { method: 'HEAD', path })
    assert.deepEqual([head.status, head.text, head.headers.get('etag')], [whole.status, '', whole.headers.get('etag')], endpoint.name)
  }
})

test('a method that an address does not take finds nothing there', async () => {
  for (const path of new Set(trial.endpoints.map((endpoint) => endpoint.path.replaceAll(/:\w+/g, 'x')))) {
    for (const method of ['OPTIONS', 'PROPFIND', 'QUERY']) await trial.refused(trial.milo, { method, path }, 404)
  }
})

const crooked = [
  '/nothing',
  '/threads/1/nothing',
  '/../../etc/passwd',
  '//me',
  '/me/',
  `/${'x'.repeat(8_000)}`,
  '/people/%',
  '/people/%ff',
  '/people/%ED%A0%80',
  '/threads/1%2f..%2f2',
]

test('a crooked address leads nowhere', async () => {
  for (const path of crooked) await trial.refused(trial.milo, { method: 'GET', path }, 404)
})

test('what is no sign-in is nobody', async () => {
  const authorizations = ['Bearer', 'Bearer ', `Bearer ${'x'.repeat(9_000)}`, 'Basic bWlsbzp4', 'Bearer a b', 'bearer \u00ff', 'Digest x']
  const cookies = ['baton=', 'baton=%00', `baton=${'x'.repeat(9_000)}`, 'baton', ';;;', 'baton=%ff', '__Host-baton=x']
  const headers = [...authorizations.map((authorization) => ({ authorization })), ...cookies.map((cookie) => ({ cookie }))]
  for (const header of headers) await trial.refused(null, { method: 'GET', path: '/me', headers: { ...header } }, 401)
})
