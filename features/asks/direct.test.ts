import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let cleo: Someone
let gus: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T11:00:00Z' })
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  cleo = await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'board', name: 'Board', visibility: 'private' })
  gus = await baton.person({ handle: 'gus', name: 'Gus Hill', role: 'guest', spaces: ['ops'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

async function direct(by: Someone, people: readonly string[], title = 'Between us'): Promise<Answer['body']> {
  const { status, body } = await baton.call(by, 'POST', '/threads', { people, title, body: 'Quokka, quietly.' })
  assert.equal(status, 201)
  return body
}

const move = (who: Someone, number: number, body: object): Promise<Answer> => baton.call(who, 'POST', `/threads/${number}/move`, body)
const going = { space: 'ops', title: 'The rota', body: 'We agreed to change it.' }

test('direct threads are listed for their people, the newest first, with whom they are between', async () => {
  const first = await direct(ann, ['ben'])
  baton.clock.advance({ minutes: 1 })
  const second = await direct(cleo, ['ann', 'ben'], 'Of three')
  const listed = async (who: Someone) => (await baton.call(who, 'GET', '/direct')).body.items
  const ofAnn = await listed(ann)
  assert.deepEqual(
    ofAnn.map((thread: { number: number; people: { handle: string }[] }) => [thread.number, thread.people.map(({ handle }) => handle)]),
    [
      [second.number, ['ann', 'ben', 'cleo']],
      [first.number, ['ann', 'ben']],
    ],
  )
  assert.deepEqual(
    (await listed(cleo)).map(({ number }: { number: number }) => number),
    [second.number],
  )
  assert.deepEqual(await listed(gus), [])
  const { items, next } = (await baton.call(ann, 'GET', '/direct?limit=1')).body
  const rest = (await baton.call(ann, 'GET', `/direct?limit=1&after=${encodeURIComponent(next)}`)).body
  assert.deepEqual([items[0].number, rest.items[0].number, rest.next], [second.number, first.number, null])
  const inSpace = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'x', body: 'y' })
  assert.deepEqual(inSpace.body.people, [])
  assert.equal((await baton.statements(() => listed(ann))).filter((text) => text.includes('thread_follows')).length, 1)
})

test('a direct thread goes on in a space by a new one; what was said stays between its people, and each leads to the other', async () => {
  const old = await direct(ann, ['ben'], 'Salaries')
  const { status, body: made } = await move(ben, old.number, going)
  assert.equal(status, 201)
  assert.deepEqual([made.space.slug, made.title, made.postCount, made.posts.items[0].body], ['ops', 'The rota', 1, going.body])
  assert.deepEqual([made.origin.number, made.origin.how], [old.number, 'moved'])
  const left = (await baton.call(ann, 'GET', `/threads/${old.number}`)).body
  assert.deepEqual([left.postCount, left.posts.items[0].body], [1, 'Quokka, quietly.'])
  assert.deepEqual(left.goesOn, [
    { number: made.number, title: 'The rota', how: 'moved', by: { handle: 'ben', name: 'Ben Okafor' }, at: '2026-11-23T11:01:00Z' },
  ])
  for (const who of [cleo, gus]) {
    const seen = await baton.call(who, 'GET', `/threads/${made.number}`)
    assert.deepEqual([seen.status, seen.body.origin], [200, null])
    assert.doesNotMatch(JSON.stringify(seen.body), /Salaries|Quokka|~/)
    const list = await baton.call(who, 'GET', '/spaces/ops/threads')
    assert.doesNotMatch(JSON.stringify(list.body), /Salaries|Quokka|~/)
    assert.equal((await baton.call(who, 'GET', `/threads/${old.number}`)).status, 404)
  }
})

test('who was in it and may read where it goes on follows that; who may not is told of nothing', async () => {
  const old = await direct(ann, ['gus', 'ben'], 'Contract')
  const { body: made } = await move(ann, old.number, { ...going, space: 'board', title: 'Terms' })
  const shown = async (who: Someone) => (await baton.call(who, 'GET', `/threads/${old.number}`)).body.goesOn.length
  assert.deepEqual([await shown(ann), await shown(ben), await shown(gus)], [1, 0, 0])
  const { body: open } = await move(ann, old.number, { ...going, title: 'Rota for all' })
  assert.equal((await baton.call(gus, 'GET', `/threads/${open.number}`)).body.follow, 'digest')
  const follows = await baton.db.selectFrom('thread_follows').select('person_id').where('thread_id', '=', made.id).execute()
  assert.deepEqual(
    follows.map((row) => row.person_id),
    [ann.id],
  )
  await baton.settle()
  baton.clock.set('2026-11-23T16:30:00Z')
  await baton.settle()
  const threads = async (who: Someone) =>
    (await baton.call(who, 'GET', '/inbox/threads')).body.items.map(({ number }: { number: number }) => number)
  assert.ok((await threads(ben)).includes(open.number))
  assert.ok(!(await threads(ben)).includes(made.number))
})

test('only what is direct goes on so, and only to where one may write', async () => {
  const { body: inSpace } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'x', body: 'y' })
  assert.equal((await move(ann, inSpace.number, going)).body.code, 'thread.not_direct')
  const old = await direct(ann, ['ben'])
  assert.deepEqual([(await move(cleo, old.number, going)).status, (await move(gus, old.number, going)).status], [404, 404])
  const refused = await move(ben, old.number, { ...going, space: 'board' })
  assert.deepEqual([refused.status, refused.body.errors[0].path], [404, 'space'])
  const spaceId = (await baton.db.selectFrom('threads').select('space_id').where('number', '=', old.number).executeTakeFirstOrThrow())
    .space_id
  assert.equal((await move(ben, old.number, { ...going, space: spaceId })).status, 404)
  await baton.call(ann, 'POST', '/spaces', { slug: 'attic', name: 'Attic' })
  await baton.call(ann, 'PATCH', '/spaces/attic', { archived: true })
  assert.equal((await move(ben, old.number, { ...going, space: 'attic' })).body.code, 'space.archived')
  assert.deepEqual((await baton.call(ann, 'GET', `/threads/${old.number}`)).body.goesOn, [])
})

test('a direct thread that is split stays between its people', async () => {
  const old = await direct(ann, ['ben'])
  const { body: post } = await baton.call(ben, 'POST', `/threads/${old.number}/posts`, { body: 'Something else.' })
  const { body: made } = await baton.call(ann, 'POST', `/threads/${old.number}/split`, { title: 'Else', posts: [post.id] })
  assert.deepEqual([made.direct, made.people.length], [true, 2])
  assert.equal((await baton.call(cleo, 'GET', `/threads/${made.number}`)).status, 404)
})
