import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let cleo: Someone
let dee: Someone
let gus: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor', spaces: ['ops'] })
  cleo = await baton.person({ handle: 'cleo', name: 'Cleo Marsh' })
  dee = await baton.person({ handle: 'dee', name: 'Dee Ray' })
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['ops'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

const followers = async (who: Someone, number: number, query = '') =>
  (await baton.call(who, 'GET', `/threads/${number}/followers${query}`)).body

async function followedThread(): Promise<number> {
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'A matter', body: 'To begin with.' })).body
  await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'I know this one.' })
  await baton.call(cleo, 'PUT', `/threads/${number}/follow`, { level: 'digest' })
  await baton.call(dee, 'PUT', `/threads/${number}/follow`, { level: 'named' })
  return number
}

test('who wrote in a thread or chose to follow it is told, by handle, page by page', async () => {
  const number = await followedThread()
  assert.deepEqual(await followers(dee, number), {
    items: [
      { handle: 'ann', name: 'Ann Mori' },
      { handle: 'ben', name: 'Ben Okafor' },
      { handle: 'cleo', name: 'Cleo Marsh' },
    ],
    next: null,
  })
  const first = await followers(dee, number, '?limit=2')
  assert.deepEqual(
    first.items.map(({ handle }: { handle: string }) => handle),
    ['ann', 'ben'],
  )
  const second = await followers(dee, number, `?limit=2&after=${first.next}`)
  assert.deepEqual(second, { items: [{ handle: 'cleo', name: 'Cleo Marsh' }], next: null })
})

test('a guest is told of those they share a space with', async () => {
  const number = await followedThread()
  assert.deepEqual(
    (await followers(gus, number)).items.map(({ handle }: { handle: string }) => handle),
    ['ann', 'ben'],
  )
})

test('who may not read the thread any more, or is gone, is not among them', async () => {
  const { body } = await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  const eva = await baton.person({ handle: 'eva' })
  for (const who of ['ben', 'cleo', 'eva']) await baton.call(ann, 'PUT', `/spaces/${body.slug}/members/${who}`)
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'vault', title: 'Within', body: 'Between us.' })).body
  for (const who of [ben, cleo, eva]) await baton.call(who, 'POST', `/threads/${number}/posts`, { body: 'Yes.' })
  assert.equal((await followers(ann, number)).items.length, 4)
  await baton.call(ann, 'DELETE', '/spaces/vault/members/cleo')
  assert.equal((await baton.call(ann, 'PATCH', '/people/eva', { active: false })).status, 200)
  assert.deepEqual(
    (await followers(ann, number)).items.map(({ handle }: { handle: string }) => handle),
    ['ann', 'ben'],
  )
})

test('as many statements for a page of three as for one', async () => {
  const number = await followedThread()
  const few = await baton.statements(() => followers(ann, number, '?limit=1'))
  const many = await baton.statements(() => followers(ann, number))
  assert.equal(many.length, few.length)
})
