import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Answer, Baton } from '#app/testing/harness.ts'
import { startTrial, type Trial } from './access/trial.ts'
import type { Request } from './access/unchanging.ts'

let trial: Trial
let call: Baton['call']
/** Where posts are added in the private space. */
let posts: string

before(async () => {
  trial = await startTrial()
  call = trial.world.baton.call
  posts = `/threads/${trial.world.vault.thread.number}/posts`
})
after(() => trial.close())

const keyed = (key: string): Record<string, string> => ({ 'idempotency-key': key })

test('an edit of a text that has moved on is refused', async () => {
  const path = `/posts/${trial.world.vault.post.byMember}`
  const edit = (tag: string): Request => ({ method: 'PATCH', path, body: { body: 'x' }, headers: { 'if-match': tag } })
  for (const tag of ['"1"', 'W/"1"', '"99"', '""', 'nonsense', '"2', '"1", "7"', '"', 'x'.repeat(5_000)]) {
    assert.equal((await trial.refused(trial.milo, edit(tag), 412)).code, 'post.changed', tag)
  }
  const { headers } = await trial.answered(trial.milo, { method: 'GET', path })
  for (const tag of [headers.get('etag') ?? '', '"2"', '*']) assert.equal((await trial.answered(trial.milo, edit(tag))).status, 200, tag)
})

test('what one person wrote is not sent as another who is signed in by now', async () => {
  const { milo, vera } = trial.world.people
  const send = (who: Parameters<Baton['call']>[0]): Promise<Answer> =>
    call(who, 'POST', posts, { body: 'Mine.' }, { ...keyed('written'), 'baton-person': milo.id })
  assert.deepEqual([(await send(vera)).status, (await send(vera)).body.code], [403, 'session.other_person'])
  assert.equal((await send(milo)).status, 201)
})

test('a key for repeating belongs to one person', async () => {
  const { milo, vera, otto, fern } = trial.world.people
  const send = (who: Parameters<Baton['call']>[0]): Promise<Answer> => call(who, 'POST', posts, { body: 'Once.' }, keyed('one'))
  const first = await send(milo)
  const again = await send(milo)
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id])
  const hers = await send(vera)
  assert.equal(hers.status, 201)
  assert.notEqual(hers.body.id, first.body.id)
  for (const outside of [otto, fern]) assert.equal((await send(outside)).status, 404)
  assert.equal((await send(null)).status, 401)
})

test('a key for repeating belongs to one request', async () => {
  const { milo } = trial.world.people
  assert.equal((await call(milo, 'POST', posts, { body: 'First.' }, keyed('two'))).status, 201)
  for (const [method, path, body] of [
    ['POST', posts, { body: 'Second.' }],
    ['POST', `/threads/${trial.world.vault.steered.number}/posts`, { body: 'First.' }],
    ['PUT', '/spaces/umbra/follow', { level: 'named' }],
    ['POST', '/tokens', { name: 'x', scopes: ['read'] }],
  ] as const) {
    const { status, body: problem } = await call(milo, method, path, body, keyed('two'))
    assert.deepEqual([status, problem.code], [409, 'idempotency.other_request'], path)
  }
  assert.equal((await call(milo, 'POST', posts, { body: 'Long.' }, keyed('k'.repeat(201)))).status, 422)
})

test('a refused request leaves its key free', async () => {
  const { milo } = trial.world.people
  assert.equal((await call(milo, 'POST', posts, { body: '' }, keyed('three'))).status, 422)
  assert.equal((await call(milo, 'POST', posts, { body: 'x', asks: [{ to: 'nemo', verb: 'do', text: 'x' }] }, keyed('three'))).status, 404)
  assert.equal((await call(milo, 'POST', posts, { body: 'Better.' }, keyed('three'))).status, 201)
})

test('a repeat shows no secret twice', async () => {
  const { milo } = trial.world.people
  for (const [path, body] of [
    ['/tokens', { name: 'x', scopes: ['read'] }],
    ['/invitations', { role: 'guest', spaces: ['umbra'] }],
  ] as const) {
    const shown = await call(milo, 'POST', path, body, keyed(`four ${path}`))
    const again = await call(milo, 'POST', path, body, keyed(`four ${path}`))
    assert.deepEqual([shown.status, again.status, again.body.code], [201, 409, 'idempotency.secret'])
    assert.ok(!JSON.stringify(again.body).includes(shown.body.token ?? shown.body.code))
  }
})

test('an upload is begun once with one key, and not as another', async () => {
  const { milo } = trial.world.people
  const begin = (size: number): Promise<Answer> =>
    call(milo, 'POST', '/files', undefined, { ...keyed('file'), 'tus-resumable': '1.0.0', 'upload-length': String(size) })
  const [first, again] = await Promise.all([begin(10), begin(10)])
  assert.deepEqual([first.status, again.status, again.body.id], [201, 201, first.body.id])
  assert.equal(again.headers.get('location'), first.headers.get('location'))
  assert.equal((await begin(20)).body.code, 'idempotency.other_request')
})

test('of several at once the later ones wait and are answered as the first', async () => {
  const body = { space: 'umbra', title: 'Once', body: 'Only.' }
  const answers = await Promise.all(Array.from({ length: 6 }, () => call(trial.world.people.milo, 'POST', '/threads', body, keyed('five'))))
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
  assert.equal(new Set(answers.map((answer) => answer.body.number)).size, 1)
})

test('a repeat is answered with today’s rights', async () => {
  const { milo, vera } = trial.world.people
  const send = (who: Parameters<Baton['call']>[0]): Promise<Answer> => call(who, 'POST', posts, { body: 'Mine.' }, keyed('six'))
  const narrow = (await call(milo, 'POST', '/tokens', { name: 'x', scopes: ['people:write', 'threads:read'] })).body.token
  assert.equal((await send(milo)).status, 201)
  assert.equal((await send(narrow)).status, 403)
  assert.equal((await call(vera, 'DELETE', '/spaces/umbra/members/milo')).status, 200)
  assert.equal((await send(milo)).status, 404)
})
