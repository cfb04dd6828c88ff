import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo' })
})
after(() => baton.close())

const make = (who: Someone | string, body: object) => baton.call(who, 'POST', '/tokens', { name: 'For scripts', ...body })

test('a token is shown once and does what its scopes say', async () => {
  const made = await make(ann, { scopes: ['people:read'] })
  assert.deepEqual([made.status, made.body.scopes], [201, ['people:read']])
  assert.match(made.body.token, /^baton_[\w-]{43}$/)
  assert.equal((await baton.call(made.body.token, 'GET', '/people')).status, 200)
  const refused = await baton.call(made.body.token, 'PATCH', '/people/ann', { status: 'here' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'token.too_narrow'])
  const list = await baton.call(ann, 'GET', '/tokens')
  const kept = list.body.items.find((token: { id: string }) => token.id === made.body.id)
  assert.deepEqual([kept.token, kept.usedAt], [undefined, '2026-11-23T09:00:00Z'])
})

test('a token makes none that can do more than itself', async () => {
  const narrow = (await make(ann, { scopes: ['people:write', 'threads:read'] })).body.token
  for (const scope of ['write', 'read', 'people:admin', 'threads:write', 'spaces:read']) {
    const wider = await make(narrow, { scopes: ['people:read', scope] })
    assert.deepEqual([wider.status, wider.body.errors?.[0].path], [403, 'scopes.1'], scope)
  }
  assert.equal((await make(narrow, { scopes: ['people:write', 'people:read', 'threads:read'] })).status, 201)
})

test('a token makes none that lasts longer than itself', async () => {
  const brief = (await make(ann, { scopes: ['write'], expiresAt: '2026-12-01T00:00:00Z' })).body.token
  assert.equal((await make(brief, { scopes: ['read'] })).body.expiresAt, '2026-12-01T00:00:00Z')
  assert.equal((await make(brief, { scopes: ['read'], expiresAt: '2027-12-01T00:00:00Z' })).body.expiresAt, '2026-12-01T00:00:00Z')
  assert.equal((await make(brief, { scopes: ['read'], expiresAt: '2026-11-30T00:00:00Z' })).body.expiresAt, '2026-11-30T00:00:00Z')
})

test('roles and deactivation need the wider scope, whoever the token belongs to', async () => {
  const writes = (await make(ann, { scopes: ['write'] })).body.token
  const refused = await baton.call(writes, 'PATCH', '/people/bo', { role: 'admin' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'token.too_narrow'])
})

test('an expired and an ended token are no sign-in', async () => {
  const { id, token } = (await make(bo, { scopes: ['write'], expiresAt: '2026-11-23T10:00:00Z' })).body
  assert.equal((await baton.call(ann, 'DELETE', `/tokens/${id}`)).status, 404)
  assert.equal((await baton.call(token, 'GET', '/me')).status, 200)
  baton.clock.set('2026-11-23T10:00:00Z')
  assert.equal((await baton.call(token, 'GET', '/me')).status, 401)
  const other = (await make(bo, { scopes: ['write'] })).body
  assert.equal((await baton.call(bo, 'DELETE', `/tokens/${other.id}`)).status, 200)
  assert.equal((await baton.call(other.token, 'GET', '/me')).status, 401)
})

test('bad scopes and past ends are refused by their place', async () => {
  const bad = await make(bo, { scopes: ['read', 'everything'] })
  assert.deepEqual([bad.status, bad.body.errors[0].path], [422, 'scopes.1'])
  const past = await make(bo, { scopes: ['read'], expiresAt: '2026-01-01T00:00:00Z' })
  assert.deepEqual([past.status, past.body.errors[0].path], [422, 'expiresAt'])
})

test('a token that was shown is not shown again to a repeat', async () => {
  const key = { 'idempotency-key': 'once' }
  const body = { name: 'Once', scopes: ['read'] }
  assert.equal((await baton.call(bo, 'POST', '/tokens', body, key)).status, 201)
  const again = await baton.call(bo, 'POST', '/tokens', body, key)
  assert.deepEqual([again.status, again.body.code], [409, 'idempotency.secret'])
})
