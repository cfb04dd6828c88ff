import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { emojiOf } from './rules/reactions.ts'

let baton: Baton
let ann: Someone
let ben: Someone
let cleo: Someone

before(async () => {
  baton = await startBaton()
  ann = await baton.setup()
  ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  cleo = await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

async function open(fields: Record<string, unknown> = {}): Promise<{ number: number; post: string }> {
  const { status, body } = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'A matter', body: 'To begin with.', ...fields })
  assert.equal(status, 201)
  return { number: body.number, post: body.posts.items[0].id }
}

const react = (who: Someone, post: string, emoji: string) => baton.call(who, 'PUT', `/posts/${post}/reactions/${encodeURIComponent(emoji)}`)
const takeBack = (who: Someone, post: string, emoji: string) =>
  baton.call(who, 'DELETE', `/posts/${post}/reactions/${encodeURIComponent(emoji)}`)

test('a reaction stands on the post with who made it, once however often it is sent', async () => {
  const { number, post } = await open()
  assert.equal((await react(ben, post, '👍')).status, 200)
  assert.equal((await react(ben, post, '👍')).status, 200)
  baton.clock.advance({ minutes: 1 })
  await react(cleo, post, '❤️')
  baton.clock.advance({ minutes: 1 })
  await react(cleo, post, '👍')
  const shown = async (who: Someone) => (await baton.call(who, 'GET', `/threads/${number}`)).body.posts.items[0].reactions
  const people = [
    { handle: 'ben', name: 'Ben Okafor' },
    { handle: 'cleo', name: 'Cleo Park' },
  ]
  assert.deepEqual(await shown(ben), [
    { emoji: '👍', people, count: 2, mine: true },
    { emoji: '❤️', people: [people[1]], count: 1, mine: false },
  ])
  const { body } = await takeBack(ben, post, '👍')
  assert.deepEqual(
    body.reactions.map(({ emoji, count, mine }: { emoji: string; count: number; mine: boolean }) => [emoji, count, mine]),
    [
      ['❤️', 1, false],
      ['👍', 1, false],
    ],
  )
  assert.equal((await takeBack(ben, post, '👍')).status, 200, 'what is not there can be taken back')
})

test('one emoji is one emoji, however a keyboard wrote it', async () => {
  for (const heart of ['❤', '❤️', ' ❤️ ']) assert.equal(emojiOf(heart), '❤️')
  for (const [written, kept] of [
    ['👍️', '👍'],
    ['🏳‍🌈', '🏳️‍🌈'],
    ['1⃣', '1️⃣'],
    ['☝🏽', '☝🏽'],
    ['🇵🇹', '🇵🇹'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
  ] as const)
    assert.equal(emojiOf(written), kept)
  for (const other of ['', 'a', '1', 'ok', '👍👍', '👍 ', ':+1:', '\uFE0F', '🏽x', '<b>', '👍'.repeat(20)])
    assert.equal(emojiOf(other), other === '👍 ' ? '👍' : null, other)
  const { post } = await open()
  const { status, body } = await react(ben, post, ':+1:')
  assert.deepEqual([status, body.errors[0].path], [422, 'emoji'])
  await react(ben, post, '❤')
  assert.equal((await react(ben, post, '❤️')).body.reactions.length, 1)
})

test('a post takes twenty different reactions, also of many at once', async () => {
  const { post } = await open()
  const many = Array.from('😀😁😂😃😄😅😆😇😈😉😊😋😌😍😎😏😐😑😒😓😔😕😖😗')
  const answers = await Promise.all(many.map((emoji, index) => react(index % 2 ? ben : cleo, post, emoji)))
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  assert.deepEqual(statuses, [...Array.from({ length: 20 }, () => 200), ...Array.from({ length: 4 }, () => 409)])
  const refused = answers.find(({ status }) => status === 409)
  assert.equal(refused?.body.code, 'post.many_reactions')
  const taken = many.filter((_, index) => answers[index]?.status === 200)
  assert.equal((await react(ann, post, taken[0] ?? '')).status, 200, 'one that is there can be joined')
})

test('of very many who react the first are named', async () => {
  const { post } = await open()
  for (let index = 0; index < 22; index += 1) {
    const one = await baton.person({ handle: `reader${index}`, name: `Reader ${index}` })
    baton.clock.advance({ seconds: 1 })
    await react(one, post, '👀')
  }
  const [{ people, count }] = (await baton.call(ann, 'GET', `/posts/${post}`)).body.reactions
  assert.deepEqual([people.length, count, people[0].handle], [20, 22, 'reader0'])
})

test('a reaction disturbs nobody: no item, no unread, no delivery, only the key of its thread', async () => {
  const { number, post } = await open({ body: 'Shipped.' })
  await baton.settle()
  await baton.call(ben, 'PUT', `/threads/${number}/read`, { seq: 1 })
  await baton.call(ben, 'PUT', `/threads/${number}/follow`, { level: 'digest' })
  const before = (await baton.call(ben, 'GET', `/threads/${number}`)).body
  const inbox = async () => (await baton.call(ann, 'GET', '/inbox')).body.items.length
  const items = await inbox()
  await react(cleo, post, '🎉')
  await baton.settle()
  const after = (await baton.call(ben, 'GET', `/threads/${number}`)).body
  assert.deepEqual([after.unread, after.lastPostAt, after.lastSeq], [0, before.lastPostAt, before.lastSeq])
  baton.clock.set('2026-11-25T16:30:00Z')
  await baton.settle()
  assert.equal(await inbox(), items)
  assert.deepEqual(
    (await baton.call(ben, 'GET', '/inbox/threads')).body.items.filter((one: { number: number }) => one.number === number),
    [],
  )
})

test('what is deleted takes its reactions along, and takes no new ones', async () => {
  const { number, post } = await open()
  const { body: other } = await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: 'Gone soon.' })
  await react(ben, other.id, '👍')
  await react(ben, post, '👍')
  await baton.call(ann, 'DELETE', `/posts/${other.id}`)
  assert.deepEqual((await baton.call(ben, 'GET', `/posts/${other.id}`)).body.reactions, [])
  assert.equal((await react(ben, other.id, '👍')).body.code, 'post.deleted')
})

test('an archived space is read: reactions stay as they are', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'attic', name: 'Attic' })
  const { post } = await open({ space: 'attic' })
  await react(ann, post, '👍')
  await baton.call(ann, 'PATCH', '/spaces/attic', { archived: true })
  assert.equal((await react(ann, post, '🎉')).body.code, 'space.archived')
  assert.equal((await takeBack(ann, post, '👍')).body.code, 'space.archived')
  assert.equal((await baton.call(ann, 'GET', `/posts/${post}`)).body.reactions.length, 1)
})

test('a thread with reactions is read in as many statements as one without', async () => {
  const { number, post } = await open()
  await react(ben, post, '👍')
  const statements = await baton.statements(() => baton.call(ann, 'GET', `/threads/${number}`))
  const plain = await open()
  assert.equal(statements.length, (await baton.statements(() => baton.call(ann, 'GET', `/threads/${plain.number}`))).length)
})

test('a reaction that is sent again with its key is answered as it stands', async () => {
  const { post } = await open()
  const path = `/posts/${post}/reactions/${encodeURIComponent('👍')}`
  const key = { 'idempotency-key': 'the same thumb' }
  await baton.call(ben, 'PUT', path, undefined, key)
  await react(cleo, post, '👍')
  const { status, body } = await baton.call(ben, 'PUT', path, undefined, key)
  assert.deepEqual([status, body.reactions[0].count], [200, 2])
})
