import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let gus: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['ops'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

async function open(by: Someone, fields: Record<string, unknown> = {}): Promise<{ number: number; id: string; post: string }> {
  const { body } = await baton.call(by, 'POST', '/threads', { space: 'ops', title: 'A matter', body: 'To **begin** with.', ...fields })
  return { number: body.number, id: body.id, post: body.posts.items[0].id }
}

const saved = async (who: Someone, query = '') => (await baton.call(who, 'GET', `/saved${query}`)).body

test('a thread and a post are kept for later, the latest first, by whoever keeps them and nobody else', async () => {
  const thread = await open(ann)
  const { body: post } = await baton.call(ben, 'POST', `/threads/${thread.number}/posts`, { body: 'Read this *later*.' })
  assert.deepEqual((await baton.call(ann, 'PUT', `/saved/threads/${thread.number}`)).body, { saved: true })
  baton.clock.advance({ minutes: 1 })
  await baton.call(ann, 'PUT', `/saved/posts/${post.id}`)
  baton.clock.advance({ minutes: 1 })
  await baton.call(ann, 'PUT', `/saved/posts/${post.id}`)
  const { items, next } = await saved(ann)
  assert.equal(next, null)
  assert.deepEqual(items, [
    {
      type: 'post',
      id: post.id,
      number: thread.number,
      seq: 2,
      title: 'A matter',
      excerpt: 'Read this later.',
      space: { slug: 'ops', name: 'Operations' },
      direct: false,
      by: { handle: 'ben', name: 'Ben Okafor' },
      at: '2026-11-23T09:00:00Z',
      savedAt: '2026-11-23T09:01:00Z',
    },
    {
      type: 'thread',
      id: thread.id,
      number: thread.number,
      seq: null,
      title: 'A matter',
      excerpt: 'To begin with.',
      space: { slug: 'ops', name: 'Operations' },
      direct: false,
      by: { handle: 'ann', name: 'Ann Mori' },
      at: '2026-11-23T09:00:00Z',
      savedAt: '2026-11-23T09:00:00Z',
    },
  ])
  assert.deepEqual((await saved(ben)).items, [])
  const shown = (await baton.call(ann, 'GET', `/threads/${thread.number}`)).body
  assert.deepEqual([shown.saved, shown.posts.items[0].saved, shown.posts.items[1].saved], [true, false, true])
  assert.equal((await baton.call(ben, 'GET', `/threads/${thread.number}`)).body.saved, false)
  await baton.call(ann, 'DELETE', `/saved/threads/${thread.number}`)
  await baton.call(ann, 'DELETE', `/saved/posts/${post.id}`)
  assert.equal((await baton.call(ann, 'DELETE', `/saved/posts/${post.id}`)).status, 200)
  assert.deepEqual((await saved(ann)).items, [])
})

test('the list is read in pieces', async () => {
  for (let index = 0; index < 5; index += 1) {
    const { number, post } = await open(ben, { title: `Matter ${index}` })
    await baton.call(ben, 'PUT', index % 2 ? `/saved/threads/${number}` : `/saved/posts/${post}`)
  }
  const first = await saved(ben, '?limit=3')
  const rest = await saved(ben, `?limit=3&after=${encodeURIComponent(first.next)}`)
  const titles = [...first.items, ...rest.items].map(({ title }: { title: string }) => title)
  assert.deepEqual(titles.toSorted(), ['Matter 0', 'Matter 1', 'Matter 2', 'Matter 3', 'Matter 4'])
  assert.equal(rest.next, null)
})

test('what is deleted, or not one’s to see any more, is not in the list; it is there again when it is', async () => {
  const { number, post } = await open(ben, { space: 'vault', title: 'The merger' })
  assert.equal((await baton.call(gus, 'PUT', `/saved/posts/${post}`)).status, 404)
  assert.equal((await baton.call(gus, 'PUT', `/saved/threads/${number}`)).status, 404)
  await baton.call(ben, 'PUT', '/spaces/vault/members/gus')
  await baton.call(gus, 'PUT', `/saved/posts/${post}`)
  await baton.call(gus, 'PUT', `/saved/threads/${number}`)
  assert.equal((await saved(gus)).items.length, 2)
  await baton.call(ben, 'DELETE', '/spaces/vault/members/gus')
  assert.deepEqual((await saved(gus)).items, [])
  await baton.call(ben, 'PUT', '/spaces/vault/members/gus')
  assert.equal((await saved(gus)).items.length, 2)
  await baton.call(ben, 'DELETE', `/posts/${post}`)
  assert.deepEqual(
    (await saved(gus)).items.map(({ type }: { type: string }) => type),
    ['thread'],
  )
  assert.equal((await baton.call(gus, 'PUT', `/saved/posts/${post}`)).body.code, 'post.deleted')
})

test('a post that was split off is kept where it stands now', async () => {
  const { number } = await open(ann)
  const { body: post } = await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'Another matter.' })
  await baton.call(ann, 'PUT', `/saved/posts/${post.id}`)
  const { body: made } = await baton.call(ann, 'POST', `/threads/${number}/split`, { title: 'Apart', posts: [post.id] })
  const [item] = (await saved(ann)).items
  assert.deepEqual([item.number, item.seq, item.title], [made.number, 1, 'Apart'])
})

test('the list is one statement, however long it is', async () => {
  assert.equal((await baton.statements(() => saved(ben))).filter((text) => text.includes('saved_posts')).length, 1)
})
