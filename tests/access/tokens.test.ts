import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { ok } from './building.ts'
import { expected } from './expected.ts'
import { fixtures } from './fixtures.ts'
import { requestOf } from './requests.ts'
import { type Unchanging, unchanging } from './unchanging.ts'
import { actors, buildWorld, type World } from './world.ts'

let world: World
let baton: Unchanging

before(async () => {
  world = await buildWorld()
  baton = await unchanging(world.baton)
})
after(async () => {
  await baton.close()
  await world.baton.close()
  assert.deepEqual([...baton.faults, ...world.baton.faults], [])
})

const areas = ['people', 'spaces', 'threads', 'asks', 'inbox', 'search', 'workspace'] as const
const levels = ['read', 'write', 'admin'] as const

/** The owner's, so that nothing but the token's scopes is in the way. */
async function tokenOf(...scopes: string[]): Promise<string> {
  const made = await world.baton.call(world.people.ann, 'POST', '/tokens', { name: scopes.join(' '), scopes })
  return ok(made, 201).token
}

const closed = (): Endpoint[] => baton.app.endpoints.filter(({ access }) => access !== 'open')
const tokenable = (): Endpoint[] => closed().filter(({ access }) => access !== 'session')

async function codeOf(token: string, endpoint: Endpoint): Promise<string | null> {
  const { status, body } = await baton.call({ token }, requestOf(endpoint, fixtures[endpoint.name]!(world, 'owner')))
  return status < 400 ? null : body.code
}

test('every endpoint needs a level of an area that tokens can name, a session, or nothing', () => {
  for (const { name, access } of closed()) {
    const [area, level] = access.split(':')
    assert.ok(access === 'session' || (areas.some((one) => one === area) && levels.some((one) => one === level)), `${name} needs ${access}`)
  }
})

test('what changes anything needs more than reading; what only computes is a question, however it is sent', () => {
  const questions = tokenable().filter(({ method, access }) => method !== 'GET' && access.endsWith(':read'))
  assert.deepEqual(questions.map(({ name }) => name).toSorted(), ['findOverlap', 'previewAttention'])
  // What only those who administer may read asks for their scope.
  const changing = tokenable().filter(({ method, access }) => method === 'GET' && access.endsWith(':write'))
  assert.deepEqual(changing, [])
})

test('what only those who administer see needs the scope to administer, or a session', () => {
  for (const { access, path } of closed().filter(({ path }) => path.startsWith('/admin/')))
    assert.ok(access === 'session' || access.endsWith(':admin'), path)
})

test('a token that may only read is refused wherever something is changed', async () => {
  const token = await tokenOf('read')
  for (const endpoint of tokenable()) {
    const refused = (await codeOf(token, endpoint)) === 'token.too_narrow'
    assert.equal(refused, !endpoint.access.endsWith(':read'), endpoint.name)
  }
})

test('a token that may write is refused where somebody administers', async () => {
  const token = await tokenOf('write')
  for (const endpoint of tokenable()) {
    const refused = (await codeOf(token, endpoint)) === 'token.too_narrow'
    assert.equal(refused, endpoint.access.endsWith(':admin'), endpoint.name)
  }
})

test('whom only those who administer may invite, a token invites that may administer people', async () => {
  const invite = (token: string, role: string, spaces: string[] = []) =>
    baton.call({ token }, { method: 'POST', path: '/invitations', body: { role, spaces } })
  const narrow = [await tokenOf('write'), await tokenOf('people:write'), await tokenOf('read', 'spaces:admin', 'people:write')]
  for (const token of narrow) {
    for (const role of ['admin', 'member']) {
      const { status, body } = await invite(token, role)
      assert.deepEqual([status, body.code], [403, 'token.too_narrow'], role)
    }
    ok(await invite(token, 'guest', ['garden']), 201)
  }
  for (const token of [await tokenOf('admin'), await tokenOf('people:admin')]) ok(await invite(token, 'admin'), 201)
  const member = ok(await world.baton.call(world.people.otto, 'POST', '/tokens', { name: 'x', scopes: ['people:write'] }), 201).token
  ok(await invite(member, 'guest', ['garden']), 201)
})

test('a token for one area is refused in every other, however much it may do there', async () => {
  for (const area of areas) {
    const token = await tokenOf(`${area}:admin`)
    for (const endpoint of tokenable()) {
      const refused = (await codeOf(token, endpoint)) === 'token.too_narrow'
      assert.equal(refused, endpoint.access.split(':')[0] !== area, `${area}:admin on ${endpoint.name}`)
    }
  }
})

test('a token that may read one area is refused where that area is changed', async () => {
  for (const area of areas) {
    const token = await tokenOf(`${area}:read`)
    for (const endpoint of tokenable().filter(({ access }) => access.split(':')[0] === area)) {
      const refused = (await codeOf(token, endpoint)) === 'token.too_narrow'
      assert.equal(refused, !endpoint.access.endsWith(':read'), `${area}:read on ${endpoint.name}`)
    }
  }
})

test('what is done with a session is refused to every token', async () => {
  const token = await tokenOf('read', 'write', 'admin')
  const sessionOnly = closed().filter(({ access }) => access === 'session')
  assert.deepEqual(sessionOnly.map(({ name }) => name).toSorted(), [
    'addPasskey',
    'addPushDevice',
    'beginConfirmation',
    'beginPasskey',
    'beginSecondFactor',
    'changePassword',
    'confirmSecondFactor',
    'confirmSession',
    'endOtherSessions',
    'endSession',
    'giveAddress',
    'removePasskey',
    'removeSecondFactor',
    'renewRecoveryCodes',
    'resetSecondFactor',
    'signOut',
  ])
  for (const endpoint of sessionOnly) {
    const { status, body } = await baton.call({ token }, requestOf(endpoint, fixtures[endpoint.name]!(world, 'owner')))
    assert.deepEqual([status, body.code], [403, 'token.too_narrow'], endpoint.name)
  }
})

test('the refusal of a token says which scope it lacks, before anything of the request is looked at', async () => {
  const token = await tokenOf('search:read')
  for (const { access, method, path } of tokenable().filter(({ access }) => access !== 'search:read')) {
    const { status, body } = await baton.call(
      { token },
      { method, path: path.replaceAll(/:\w+/g, 'x'), ...(method === 'GET' ? {} : { body: '{' }) },
    )
    assert.equal(status, 403)
    assert.match(body.detail, new RegExp(`Make one with the scope ${access}\\.$`))
  }
})

test('a token that ended, that is unknown, or that is a session’s secret is nobody', async () => {
  const { milo } = world.people
  const made = ok(
    await world.baton.call(milo, 'POST', '/tokens', { name: 'Short', scopes: ['read'], expiresAt: '2026-11-23T17:00:00Z' }),
    201,
  )
  const ended = ok(await world.baton.call(milo, 'POST', '/tokens', { name: 'Ended', scopes: ['read'] }), 201)
  ok(await world.baton.call(milo, 'DELETE', `/tokens/${ended.id}`), 200)
  world.baton.clock.advance({ hours: 1 })
  for (const token of [made.token, ended.token, 'baton_guessed', milo.session, `${milo.token} `, `${milo.token}x`]) {
    const { status, body } = await baton.call({ token }, { method: 'GET', path: '/me' })
    assert.deepEqual([status, body.code], token.trim() === milo.token ? [200, undefined] : [401, 'session.required'])
  }
  for (const session of [milo.token, 'guessed', ''])
    assert.equal((await baton.call({ session }, { method: 'GET', path: '/me' })).status, 401)
})

test('where a token is sent it counts, and the browser’s session beside it does not', async () => {
  const { ann, milo } = world.people
  const cookie = `baton=${ann.session}`
  const me = await baton.call({ token: milo.token }, { method: 'GET', path: '/me', headers: { cookie } })
  assert.equal(me.body.person.handle, 'milo')
  const nobody = await baton.call({ token: 'baton_guessed' }, { method: 'GET', path: '/me', headers: { cookie } })
  assert.equal(nobody.status, 401)
})

test('whoever is deactivated is nobody at once, by token and in the browser', async () => {
  const { ann, otto } = world.people
  ok(await world.baton.call(ann, 'PATCH', '/people/otto', { active: false }), 200)
  for (const endpoint of closed()) {
    const nobody = expected[endpoint.name]![actors.indexOf('nobody')]
    const sent = requestOf(endpoint, fixtures[endpoint.name]!(world, 'outsider'))
    assert.equal((await baton.call({ token: otto.token }, sent)).status, nobody, endpoint.name)
    assert.equal((await baton.call({ session: otto.session }, sent)).status, nobody, endpoint.name)
  }
})
