import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, before, test } from 'node:test'
import { buildServer } from '#app/server.ts'
import { type Baton, startBaton, testUrl } from '#app/testing/harness.ts'
import { createLive } from '#platform/live/live.ts'

let baton: Baton

before(async () => {
  baton = await startBaton()
})
after(() => baton.close())

const owner = { name: 'Ann Mori', handle: 'ann', email: 'ann@halyard.example', password: 'seven quiet lanterns', timeZone: 'Europe/Lisbon' }
const workspace = { name: 'Halyard', slug: 'halyard' }
const setUp = (body: unknown) => baton.call(null, 'POST', '/setup', body)

const wrong = [
  ['a reserved handle', { ...owner, handle: 'everyone' }, 'owner.handle'],
  ['a handle in capitals', { ...owner, handle: 'Ann' }, 'owner.handle'],
  ['no address', { ...owner, email: 'ann' }, 'owner.email'],
  ['a short password', { ...owner, password: 'brief' }, 'owner.password'],
  ['a common password', { ...owner, password: 'Password2026!' }, 'owner.password'],
  ['the name of the workspace as password', { ...owner, password: 'halyard-1234' }, 'owner.password'],
  ['an unknown zone', { ...owner, timeZone: 'Europe/Atlantis' }, 'owner.timeZone'],
  ['an offset for a zone', { ...owner, timeZone: '+02:00' }, 'owner.timeZone'],
  ['an empty name', { ...owner, name: '  ' }, 'owner.name'],
  ['a field that does not exist', { ...owner, nick: 'a' }, 'owner.nick'],
] as const

for (const [what, given, path] of wrong) {
  test(`first run refuses ${what} by its place, and makes nothing`, async () => {
    const answer = await setUp({ workspace, owner: given })
    assert.equal(answer.status, 422)
    assert.deepEqual(
      answer.body.errors.map((error: { path: string }) => error.path),
      [path],
    )
    assert.equal((await baton.db.selectFrom('workspaces').selectAll().execute()).length, 0)
  })
}

test('before the first run anybody is told that it is needed', async () => {
  const answer = await baton.call(null, 'GET', '/setup')
  assert.deepEqual([answer.status, answer.body], [200, { needed: true, code: false }])
})

test('of two first runs at once one makes the workspace', async () => {
  const answers = await Promise.all([
    setUp({ workspace, owner }),
    setUp({ workspace, owner: { ...owner, handle: 'eve', email: 'eve@halyard.example' } }),
  ])
  assert.deepEqual(
    answers.map((answer) => answer.status).toSorted((a, b) => a - b),
    [201, 409],
  )
  const made = answers.find((answer) => answer.status === 201)
  assert.equal(made?.body.person.role, 'owner')
  assert.deepEqual([made?.body.person.timeZone, made?.body.person.hoursSet], ['Europe/Lisbon', false])
  assert.match(made?.headers.get('set-cookie') ?? '', /^baton=/)
  assert.equal((await baton.call(made?.body.token, 'GET', '/me')).body.workspace.name, 'Halyard')
  assert.equal((await baton.db.selectFrom('people').selectAll().execute()).length, 1)
})

test('afterwards it is refused, whatever is sent', async () => {
  for (const body of [{ workspace, owner }, {}, '{"half', { workspace: 7 }]) {
    const answer = await setUp(body)
    assert.deepEqual([answer.status, answer.body.code], [409, 'setup.already_done'])
  }
})

test('once it is done nobody is sent there any more', async () => {
  assert.deepEqual((await baton.call(null, 'GET', '/setup')).body, { needed: false, code: false })
})

test('where Baton can be reached from elsewhere, first run needs the printed code', async () => {
  const other = await startBaton()
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const app = buildServer({
    db: other.db,
    clock: other.clock,
    log,
    url: testUrl,
    trustedProxies: 0,
    setupCode: 'larch-42',
    secret: 'x',
    mail: false,
    live: createLive(),
    files: other.files,
    importsFolder: tmpdir(),
    checkOutputs: true,
  })
  const send = async (body: object) =>
    app.hono.request(`${testUrl}/api/v1/setup`, {
      method: 'POST',
      headers: { host: 'localhost', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const told = await app.hono.request(`${testUrl}/api/v1/setup`, { headers: { host: 'localhost' } })
  assert.deepEqual(await told.json(), { needed: true, code: true })
  const statuses = [await send({ workspace, owner }), await send({ workspace, owner, code: 'larch-43' })].map((answer) => answer.status)
  assert.deepEqual(statuses, [403, 403])
  const guesses = await Promise.all(Array.from({ length: 25 }, (_, index) => send({ workspace, owner, code: `larch-${index}` })))
  assert.ok(guesses.some((answer) => answer.status === 429 && answer.headers.has('retry-after')))
  other.clock.advance({ minutes: 15 })
  assert.equal((await send({ workspace, owner, code: 'larch-42' })).status, 201)
  await other.close()
})
