import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
/** A concluded thread with two posts, in a space that Ann is not in, and one that everybody reads. */
let vault: Answer['body']
let known: Answer['body']
let knownPost: string

const ok = (answer: Answer, status = 200): Answer['body'] => {
  assert.equal(answer.status, status, JSON.stringify(answer.body))
  return answer.body
}
const asked = async (): Promise<{ id: string; number: number; post: string }> => {
  const asks = [{ to: 'ben', verb: 'answer', text: 'Is the order kept?' }]
  const { number, posts } = ok(await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Order', body: 'Hm.', asks }), 201)
  return { number, post: posts.items[0].id, id: posts.items[0].asks[0].id }
}
const answer = (who: Someone, id: string, body: object): Promise<Answer> => baton.call(who, 'POST', `/asks/${id}/answer`, body)
const posts = async (number: number): Promise<Answer['body'][]> =>
  ok(await baton.call(ann, 'GET', `/threads/${number}/posts`)).items as Answer['body'][]

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Ode' })
  ok(await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' }), 201)
  ok(await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' }), 201)
  known = ok(await baton.call(ben, 'POST', '/threads', { space: 'ops', title: 'Column order', body: 'Kept.' }), 201)
  knownPost = ok(await baton.call(ben, 'POST', `/threads/${known.number}/posts`, { body: 'As it was saved.' }), 201).id
  vault = ok(await baton.call(ben, 'POST', '/threads', { space: 'vault', title: 'Zeppelin', body: 'Secret.' }), 201)
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

test('an answer can be a thread that stands elsewhere, in one step', async () => {
  const { id, number } = await asked()
  const settled = ok(await answer(ben, id, { thread: known.number }))
  assert.equal(settled.state, 'answered')
  assert.deepEqual(settled.answer.link, { number: known.number, title: 'Column order', seq: null })
  const [, reply] = await posts(number)
  assert.deepEqual([reply.id, reply.body, reply.author.handle], [settled.answer.post, `#${known.number}`, 'ben'])
  assert.deepEqual(reply.links.threads, [{ number: known.number, title: 'Column order' }])
  const shown = ok(await baton.call(ann, 'GET', `/threads/${number}`))
  assert.deepEqual(shown.asks[0].answer.link, settled.answer.link)
})

test('it can be one post of another thread, with a word about it', async () => {
  const { id, number } = await asked()
  const settled = ok(await answer(ben, id, { post: knownPost, body: 'The second post says it.' }))
  assert.deepEqual(settled.answer.link, { number: known.number, title: 'Column order', seq: 2 })
  assert.equal((await posts(number))[1].body, `The second post says it.\n\n#${known.number}`)
  const other = await asked()
  ok(await answer(ben, other.id, { thread: known.number, body: `See #${known.number}.` }))
  assert.equal((await posts(other.number))[1].body, `See #${known.number}.`, 'what is linked already is not linked twice')
})

test('who asked may find the answer themselves', async () => {
  const { id } = await asked()
  const settled = ok(await answer(ann, id, { thread: known.number }))
  assert.deepEqual([settled.state, settled.answer.by.handle], ['answered', 'ann'])
})

test('a post of the same thread answers as it stands', async () => {
  const { id, number, post } = await asked()
  const said = ok(await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'It is.' }), 201)
  assert.equal((await answer(ben, id, { post })).status, 422)
  assert.equal((await answer(ben, id, { thread: number })).status, 422)
  assert.equal((await answer(ben, id, { post: said.id, body: 'And more' })).status, 422)
  const settled = ok(await answer(ben, id, { post: said.id }))
  assert.deepEqual([settled.answer.post, settled.answer.link], [said.id, null])
  assert.equal((await posts(number)).length, 2)
})

test('what is not there, not visible or deleted answers nothing, and nothing is written', async () => {
  const { id, number } = await asked()
  const gone = ok(await baton.call(ben, 'POST', `/threads/${known.number}/posts`, { body: 'Gone.' }), 201).id
  ok(await baton.call(ben, 'DELETE', `/posts/${gone}`))
  for (const [body, path] of [
    [{ thread: 4711 }, 'thread'],
    [{ post: '01a207a2-0000-7000-8000-000000000000' }, 'post'],
    [{ post: gone }, 'post'],
  ] as const) {
    const refused = await answer(ben, id, body)
    assert.deepEqual([refused.status, refused.body.errors[0].path], [404, path])
  }
  for (const body of [{ thread: vault.number }, { post: vault.posts.items[0].id }]) assert.equal((await answer(ann, id, body)).status, 404)
  assert.equal((await answer(ben, id, { thread: 1, post: knownPost })).status, 422)
  assert.equal((await answer(ben, id, {})).status, 422)
  assert.equal((await posts(number)).length, 1)
})

test('a link to what a reader may not see tells them nothing of it', async () => {
  const { id, number } = await asked()
  const settled = ok(await answer(ben, id, { thread: vault.number }))
  assert.equal(settled.answer.link.title, 'Zeppelin')
  const seen = await baton.call(ann, 'GET', `/threads/${number}`)
  assert.equal(seen.body.asks[0].answer.link, null)
  assert.ok(!JSON.stringify(seen.body).includes('Zeppelin'))
})

test('of two who answer at once one does, and no second post is left', async () => {
  const { id, number } = await asked()
  const answers = await Promise.all([answer(ben, id, { thread: known.number }), answer(ann, id, { thread: known.number })])
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]))
  assert.equal((await posts(number)).length, 2)
})
