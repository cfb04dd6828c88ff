import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let cookie: string

before(async () => {
  baton = await startBaton({ url: 'http://baton.halyard.example' })
  ann = await baton.setup()
  const signedIn = await baton.call(null, 'POST', '/sign-in', { email: 'ann@halyard.example', password: 'seven quiet lanterns' })
  cookie = /baton=[^;]+/.exec(signedIn.headers.get('set-cookie') ?? '')?.[0] ?? ''
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const codeOf = ({ status, body }: Answer): unknown => (status < 400 ? status : body.code)
const read = async (host: string): Promise<unknown> => codeOf(await baton.call(ann, 'GET', '/me', undefined, { host }))
const makeSpace = async (slug: string, headers: Record<string, string>, body: unknown = { slug, name: slug }): Promise<unknown> =>
  codeOf(await baton.call(null, 'POST', '/spaces', body, { cookie, ...headers }))

test('Baton answers under its own name, that of this machine and its addresses, and under no other', async () => {
  for (const host of [
    'baton.halyard.example',
    'BATON.halyard.example:8080',
    'localhost',
    'localhost:3000',
    '10.0.0.7',
    '127.0.0.1:3000',
    '[::1]:3000',
  ])
    assert.equal(await read(host), 200, host)
  for (const host of [
    '',
    'evil.example',
    'halyard.example',
    'a.baton.halyard.example',
    'baton.halyard.example.evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '[evil.example]',
    'baton.halyard.example@evil.example',
  ])
    assert.equal(await read(host), 'host.unknown', host)
})

test('what a page of another site sends is refused, whatever cookie comes along', async () => {
  const foreign = [
    'https://evil.example',
    'https://baton.halyard.example',
    'http://baton.halyard.example:8080',
    'http://baton.halyard.example.evil.example',
    'null',
    'nonsense',
    '',
  ]
  for (const origin of foreign) assert.equal(await makeSpace('taken', { origin }), 'origin.foreign', origin)
  assert.equal(await makeSpace('own', { origin: 'http://baton.halyard.example' }), 201)
  assert.equal(await makeSpace('near', { origin: 'http://localhost:3000' }), 201)
  assert.equal(await makeSpace('program', {}), 201)
  const answer = await baton.call(null, 'GET', '/me', undefined, { cookie, origin: 'https://evil.example' })
  assert.deepEqual([answer.status, answer.headers.get('access-control-allow-origin')], [200, null])
})

test('what a form can send is no JSON, and is refused', async () => {
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', 'application/jsonp', '']
  for (const type of types) assert.equal(await makeSpace('formed', { 'content-type': type }), 'request.not_json', type)
  assert.equal(await makeSpace('formed', { 'content-type': 'application/json; charset=utf-8' }), 201)
})
