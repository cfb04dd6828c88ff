import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

const keep = (who: Someone, key: string, value: object, ifMatch?: string): Promise<Answer> =>
  baton.call(who, 'PUT', `/drafts/${key}`, { value }, ifMatch === undefined ? {} : { 'if-match': ifMatch })
const kept = async (who: Someone, key: string): Promise<unknown> => (await baton.call(who, 'GET', `/drafts/${key}`)).body.value
const list = async (who: Someone, more = ''): Promise<Answer['body']> => (await baton.call(who, 'GET', `/drafts${more}`)).body

test('what is being written is kept as it was put, for its writer alone', async () => {
  const value = { body: 'Half a sen', asks: [{ to: 'ben', neededBy: { in: 2 } }], lone: '\ud800', nul: null }
  const answer = await keep(ann, 'thread:new', value)
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  assert.ok(answer.headers.get('etag')?.startsWith(`"${answer.body.version}.`))
  assert.deepEqual(await kept(ann, 'thread:new'), value)
  assert.equal((await baton.call(ben, 'GET', '/drafts/thread:new')).status, 404)
  assert.deepEqual((await list(ben)).items, [])
  assert.equal((await keep(ben, 'thread:new', { body: 'His' }, '"none"')).status, 200)
  assert.deepEqual(await kept(ann, 'thread:new'), value)
})

test('the last write wins, and a device that has not seen it is told and shown both', async () => {
  const first = await keep(ann, 'thread:1', { body: 'On the desk' }, '"none"')
  const second = await keep(ann, 'thread:1', { body: 'On the train' }, `"${first.body.version}"`)
  const stale = await keep(ann, 'thread:1', { body: 'On the desk again' }, `"${first.body.version}"`)
  assert.equal(stale.status, 412)
  assert.equal(stale.body.code, 'draft.changed')
  assert.deepEqual(stale.body.draft, { key: 'thread:1', value: { body: 'On the train' }, version: second.body.version, at: second.body.at })
  assert.equal((await keep(ann, 'thread:1', { body: 'New?' }, '"none"')).status, 412)
  assert.deepEqual(await kept(ann, 'thread:1'), { body: 'On the train' })
  assert.equal((await keep(ann, 'thread:1', { body: 'Mine' }, `"${second.body.version}"`)).status, 200)
  assert.equal((await keep(ann, 'thread:1', { body: 'Whatever stood there' })).status, 200)
})

test('what was sent or deleted meanwhile is not brought back by a device that has not heard of it', async () => {
  const { body } = await keep(ann, 'thread:2', { body: 'Soon sent' })
  assert.equal((await baton.call(ann, 'DELETE', '/drafts/thread:2')).status, 200)
  assert.equal((await baton.call(ann, 'DELETE', '/drafts/thread:2')).status, 200)
  const stale = await keep(ann, 'thread:2', { body: 'Soon sent, and' }, `"${body.version}"`)
  assert.equal(stale.status, 412)
  assert.equal(stale.body.draft, null)
  // A new one is another: no version comes twice.
  const again = await keep(ann, 'thread:2', { body: 'Another' }, '"none"')
  assert.equal(again.status, 200)
  assert.notEqual(again.body.version, body.version)
})

test('of two devices that begin at once one is told', async () => {
  const answers = await Promise.all(['one', 'two', 'three'].map((body) => keep(ann, 'thread:3', { body }, '"none"')))
  assert.equal(answers.filter(({ status }) => status === 200).length, 1)
  const [told] = answers.filter(({ status }) => status === 412)
  assert.deepEqual(told?.body.draft.value, await kept(ann, 'thread:3'))
})

test('drafts are listed with the title of the thread, as long as one may see it', async () => {
  const { body: thread } = await baton.call(ann, 'POST', '/threads', { space: 'vault', title: 'Zeppelin', body: 'Up' })
  await baton.call(ann, 'PUT', '/spaces/vault/members/ben')
  baton.clock.advance({ minutes: 1 })
  await keep(ben, `thread:${thread.number}`, { body: '**Down**, I would say' })
  await keep(ben, 'thread:new:ann', { title: 'A matter', body: 'It begins' })
  assert.deepEqual(
    (await list(ben)).items.map(({ key, title, excerpt, thread }: never) => [key, title, excerpt, thread]),
    [
      ['thread:new:ann', 'A matter', 'It begins', null],
      [`thread:${thread.number}`, '', 'Down, I would say', { number: thread.number, title: 'Zeppelin' }],
      ['thread:new', '', 'His', null],
    ],
  )
  await baton.call(ann, 'DELETE', '/spaces/vault/members/ben')
  assert.ok(!JSON.stringify(await list(ben)).includes('Zeppelin'))
  const first = await list(ben, '?limit=2')
  const rest = await list(ben, `?limit=2&after=${first.next}`)
  assert.deepEqual([first.items.length, rest.items.length, rest.next], [2, 1, null])
  const few = await baton.statements(() => list(ben, '?limit=1'))
  const many = await baton.statements(() => list(ben))
  assert.deepEqual([few.length, many.length], [2, 2])
})

test('drafts are bounded in size and number', async () => {
  assert.equal((await keep(ben, 'big', { body: 'x'.repeat(500_000) })).status, 422)
  assert.equal((await keep(ben, 'Not a key', {})).status, 404)
  assert.equal((await baton.call(ben, 'PUT', '/drafts/list', { value: [1] })).status, 422)
  const dee = await baton.person({ handle: 'dee' })
  for (let count = 0; count < 200; count += 1) assert.equal((await keep(dee, `k${count}`, {})).status, 200)
  const more = await keep(dee, 'more', {})
  assert.equal(more.status, 409)
  assert.equal(more.body.code, 'draft.too_many')
  assert.equal((await keep(dee, 'k7', { body: 'still' })).status, 200)
})

test('a repeat with the same key answers what stands', async () => {
  const headers = { 'idempotency-key': 'draft-once' }
  const put = () => baton.call(ann, 'PUT', '/drafts/once', { value: { body: 'x' } }, headers)
  const [one, two] = [await put(), await put()]
  assert.equal(one.body.version, two.body.version)
})

test('a draft to which nothing has happened for a year is swept away', async () => {
  await keep(ann, 'old', { body: 'Old' })
  baton.clock.advance({ hours: 24 * 200 })
  await keep(ann, 'young', { body: 'Young' })
  await baton.settle()
  assert.ok(await kept(ann, 'old'))
  baton.clock.advance({ hours: 24 * 166 })
  await baton.settle()
  assert.equal(await kept(ann, 'old'), undefined)
  assert.ok(await kept(ann, 'young'))
})
