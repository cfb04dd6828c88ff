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
  await baton.call(ben, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  gus = await baton.person({ handle: 'gus', role: 'guest', spaces: ['ops'] })
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

interface Told {
  readonly number: number
  readonly ids: readonly string[]
}

/** A thread by Ann with answers by Ben, Cleo, Ben and Cleo: seqs 1 to 5. */
async function tell(fields: Record<string, unknown> = {}): Promise<Told> {
  const opened = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Exports stop', body: 'Three reports came.', ...fields })
  assert.equal(opened.status, 201, JSON.stringify(opened.body))
  const { number } = opened.body
  const ids = [opened.body.posts.items[0].id]
  for (const [who, body] of [
    [ben, 'The writer stops at a timeout.'],
    [cleo, 'And who tells the customers?'],
    [ben, 'Support could, with a saffron notice.'],
    [cleo, 'Then the notice comes first.'],
  ] as const)
    ids.push((await baton.call(who, 'POST', `/threads/${number}/posts`, { body })).body.id)
  return { number, ids }
}

const split = (who: Someone, number: number, body: object): Promise<Answer> => baton.call(who, 'POST', `/threads/${number}/split`, body)
const read = async (who: Someone, number: number) => (await baton.call(who, 'GET', `/threads/${number}`)).body
const textsOf = (thread: Answer['body']): string[] => thread.posts.items.map(({ body }: { body: string }) => body)
const seqsOf = (thread: Answer['body']): number[] => thread.posts.items.map(({ seq }: { seq: number }) => seq)

test('posts are taken out from one on, into a new thread with a title and a summary; their places say where they went', async () => {
  const { number, ids } = await tell()
  const { status, body: made } = await split(ben, number, { title: 'Telling customers', highlights: 'Who tells them, and how.', from: 3 })
  assert.equal(status, 201)
  assert.deepEqual([made.title, made.by.handle, made.space.slug, made.postCount, made.lastSeq], ['Telling customers', 'ben', 'ops', 3, 3])
  assert.equal(made.highlights.body, 'Who tells them, and how.')
  assert.deepEqual(textsOf(made), ['And who tells the customers?', 'Support could, with a saffron notice.', 'Then the notice comes first.'])
  assert.deepEqual(seqsOf(made), [1, 2, 3])
  assert.deepEqual(made.posts.items[0].author, { handle: 'cleo', name: 'Cleo Park' })
  assert.deepEqual(
    [made.origin.number, made.origin.title, made.origin.how, made.origin.by.handle],
    [number, 'Exports stop', 'split', 'ben'],
  )
  const old = await read(ann, number)
  assert.deepEqual([old.postCount, old.lastSeq, old.words, seqsOf(old)], [2, 5, 9, [1, 2, 3, 4, 5]])
  assert.deepEqual(textsOf(old), ['Three reports came.', 'The writer stops at a timeout.', '', '', ''])
  assert.deepEqual(old.posts.items[3].moved, {
    number: made.number,
    seq: 2,
    title: 'Telling customers',
    by: { handle: 'ben', name: 'Ben Okafor' },
    at: '2026-11-23T11:00:00Z',
  })
  assert.deepEqual([old.posts.items[3].deleted, old.posts.items[3].may], [null, { edit: false, delete: false }])
  assert.deepEqual(
    old.goesOn.map((one: { number: number; how: string }) => [one.number, one.how]),
    [[made.number, 'split']],
  )
  const moved = await baton.call(ann, 'GET', `/posts/${ids[3]}`)
  assert.deepEqual([moved.body.number, moved.body.seq, moved.body.moved], [made.number, 2, null])
})

test('single posts are taken out, in the order in which they stood', async () => {
  const { number, ids } = await tell()
  const { body: made } = await split(ann, number, { title: 'Apart', posts: [ids[4], ids[1]] })
  assert.deepEqual(textsOf(made), ['The writer stops at a timeout.', 'Then the notice comes first.'])
  const { body: next } = await baton.call(cleo, 'POST', `/threads/${number}/posts`, { body: 'Here it goes on.' })
  assert.equal(next.seq, 6, 'no seq is ever another post’s')
  const { body: piece } = await baton.call(ann, 'GET', `/threads/${number}/posts?after=1&limit=2`)
  assert.deepEqual(
    piece.items.map((post: { seq: number; moved: object | null }) => [post.seq, post.moved !== null]),
    [
      [2, true],
      [3, false],
    ],
  )
})

test('asks, mentions, reactions and history go along with their posts', async () => {
  const { number } = await tell()
  const asking = {
    body: 'Shall we, @cleo?',
    asks: [
      { to: 'cleo', verb: 'answer', text: 'Shall we?' },
      { to: 'ben', verb: 'do', text: 'Write it.' },
    ],
  }
  const { body: post } = await baton.call(ann, 'POST', `/threads/${number}/posts`, asking)
  await baton.call(ann, 'PATCH', `/posts/${post.id}`, { body: 'Shall we now, @cleo?' })
  await baton.call(ben, 'PUT', `/posts/${post.id}/reactions/${encodeURIComponent('👍')}`)
  await baton.settle()
  const { body: made } = await split(ann, number, { title: 'Shall we', posts: [post.id] })
  assert.deepEqual([made.openAsks, made.asks.length, made.posts.items[0].asks.length, made.asks[0].number], [2, 2, 2, made.number])
  assert.equal(made.posts.items[0].reactions[0].count, 1)
  assert.equal((await baton.call(ann, 'GET', `/posts/${post.id}/revisions`)).body.items.length, 2)
  const old = await read(ann, number)
  assert.deepEqual([old.openAsks, old.asks], [0, []])
  assert.deepEqual((await baton.call(ann, 'GET', `/asks?thread=${made.number}`)).body.items.length, 2)
  const answered = await baton.call(cleo, 'POST', `/asks/${post.asks[0].id}/answer`, { body: 'Yes.' })
  assert.deepEqual([answered.status, answered.body.state], [200, 'answered'])
  assert.deepEqual(textsOf(await read(ann, made.number)), ['Shall we now, @cleo?', 'Yes.'])
  await baton.settle()
  baton.clock.set('2026-11-23T16:30:00Z')
  await baton.settle()
  const items = (await baton.call(ben, 'GET', '/inbox')).body.items.filter((item: { ask: object | null }) => item.ask)
  assert.deepEqual(
    items.map((item: { number: number; post: { seq: number } }) => [item.number, item.post.seq]),
    [[made.number, 1]],
  )
  assert.equal((await baton.call(ann, 'POST', `/threads/${number}/conclude`, { body: 'So be it.' })).status, 200)
})

test('what each has read stays read, what was unread is unread in the new thread, and nothing is new', async () => {
  const { number } = await tell()
  await baton.settle()
  await baton.call(ann, 'PUT', `/threads/${number}/read`, { seq: 4 })
  await baton.call(ben, 'PUT', `/threads/${number}/follow`, { level: 'quiet' })
  const stranger = (await read(gus, number)).unread
  assert.equal(stranger, 5)
  const { body: made } = await split(cleo, number, { title: 'Telling customers', from: 3 })
  await baton.settle()
  const shown = async (who: Someone) => {
    const [old, fresh] = [await read(who, number), await read(who, made.number)]
    return [old.unread, old.firstUnread, fresh.unread, fresh.firstUnread, fresh.read]
  }
  assert.deepEqual(await shown(ann), [0, null, 1, 3, 2])
  assert.deepEqual(await shown(gus), [2, 1, 3, 1, 0])
  assert.deepEqual([(await read(ben, made.number)).follow, (await read(ann, made.number)).follow], ['quiet', 'digest'])
  baton.clock.set('2026-11-24T09:30:00Z')
  await baton.settle()
  const threads = async (who: Someone) =>
    (await baton.call(who, 'GET', '/inbox/threads')).body.items
      .filter((one: { number: number }) => [number, made.number].includes(one.number))
      .map((one: { number: number; posts: number }) => [one.number, one.posts])
  assert.deepEqual(await threads(ben), [])
  assert.deepEqual(await threads(ann), [[made.number, 1]], 'what she had not read is brought in the thread in which it stands now')
})

test('what was split off is found where it stands now, and nowhere else', async () => {
  const { number } = await tell({ title: 'Saltpetre', body: 'An opening.' })
  await baton.settle()
  const { body: made } = await split(ann, number, { title: 'Cinnabar', from: 4 })
  await baton.settle()
  const found = async (q: string) =>
    (await baton.call(ann, 'GET', `/search?q=${q}`)).body.items
      .filter((one: { number: number }) => [number, made.number].includes(one.number))
      .map((one: { type: string; number: number; seq?: number }) => [one.type, one.number, one.seq ?? null])
  assert.deepEqual(await found('saffron'), [['thread', made.number, null]], 'the first is found as its thread')
  assert.deepEqual(await found('cinnabar'), [['thread', made.number, null]])
  assert.deepEqual(await found('comes%20first'), [['post', made.number, 2]])
})

test('the back and forth goes with the posts; where there was enough of it, its outcome is owed where it began', async () => {
  const { number } = await tell()
  for (const who of [ben, cleo, ben, cleo]) await baton.call(who, 'POST', `/threads/${number}/posts`, { body: 'And yet.' })
  assert.equal((await read(ann, number)).exchanges, 4)
  const { body: made } = await split(ben, number, { title: 'Apart', from: 2 })
  const old = await read(ann, number)
  assert.deepEqual([old.exchanges, old.outcomeOwed, made.exchanges, made.outcomeOwed], [0, true, 4, false])
  const calm = await tell()
  await split(ben, calm.number, { title: 'Apart', from: 4 })
  assert.equal((await read(ann, calm.number)).outcomeOwed, false)
})

test('a split that cannot be changes nothing and says why', async () => {
  const { number, ids } = await tell()
  const other = await tell()
  await baton.call(ben, 'DELETE', `/posts/${ids[3]}`)
  const refused = async (who: Someone, body: object) => {
    const answer = await split(who, number, { title: 'Apart', ...body })
    return [answer.status, answer.body.code, answer.body.errors?.[0]?.path]
  }
  assert.deepEqual(await refused(ann, { from: 1 }), [422, 'request.invalid', 'from'])
  assert.deepEqual(await refused(ann, { from: 6 }), [422, 'request.invalid', 'from'])
  assert.deepEqual(await refused(ann, { posts: [ids[1], ids[0]] }), [422, 'request.invalid', 'posts.1'])
  assert.deepEqual(await refused(ann, { posts: [ids[3]] }), [422, 'request.invalid', 'posts.0'])
  assert.deepEqual(await refused(ann, { posts: [ids[1], other.ids[1]] }), [404, 'post.not_found', 'posts.1'])
  assert.deepEqual(await refused(ann, { posts: [ids[1]], from: 2 }), [422, 'request.invalid', 'posts'])
  assert.deepEqual(await refused(ann, {}), [422, 'request.invalid', 'posts'])
  assert.deepEqual(await refused(ann, { title: ' ', from: 2 }), [422, 'request.invalid', 'title'])
  assert.deepEqual(await refused(gus, { from: 2 }), [403, 'thread.not_steered_by_guests', undefined])
  assert.deepEqual([(await read(ann, number)).postCount, (await read(ann, number)).goesOn], [5, []])
})

test('what went elsewhere is neither edited, deleted nor reacted to in the place it left', async () => {
  const { number } = await tell()
  await split(ann, number, { title: 'Apart', from: 5 })
  const place = (await read(ann, number)).posts.items[4]
  assert.equal((await baton.call(cleo, 'PATCH', `/posts/${place.id}`, { body: 'x' })).body.code, 'post.deleted')
  assert.equal((await baton.call(cleo, 'PUT', `/posts/${place.id}/reactions/${encodeURIComponent('👍')}`)).body.code, 'post.deleted')
  assert.equal((await baton.call(cleo, 'DELETE', `/posts/${place.id}`)).status, 200)
  assert.notEqual((await baton.call(cleo, 'GET', `/posts/${place.id}`)).body.moved, null)
})

test('a post goes on from one thread to the next, and every place it left leads to where it is', async () => {
  const { number } = await tell()
  const { body: one } = await split(ann, number, { title: 'One', from: 3 })
  const { body: two } = await split(ann, one.number, { title: 'Two', from: 3 })
  const old = await read(ann, number)
  assert.deepEqual(
    old.posts.items.slice(2).map((post: { moved: { number: number; seq: number } }) => [post.moved.number, post.moved.seq]),
    [
      [one.number, 1],
      [one.number, 2],
      [two.number, 1],
    ],
  )
})

test('of many who split and post at once nothing is lost, and each post stands in one thread', async () => {
  const { number, ids } = await tell()
  const acts = await Promise.all([
    split(ann, number, { title: 'By Ann', posts: [ids[1], ids[2]] }),
    split(ben, number, { title: 'By Ben', posts: [ids[2], ids[3]] }),
    split(cleo, number, { title: 'By Cleo', from: 4 }),
    ...[ann, ben, cleo].map((who) => baton.call(who, 'POST', `/threads/${number}/posts`, { body: 'At once.' })),
    baton.call(ben, 'PATCH', `/posts/${ids[1]}`, { body: 'Better said.' }),
    baton.call(cleo, 'PUT', `/posts/${ids[2]}/reactions/${encodeURIComponent('👍')}`),
    baton.settle().then(() => baton.settle()),
  ])
  const statuses = acts.filter(Boolean).map((answer) => answer!.status)
  assert.ok(
    statuses.every((status) => [200, 201, 404, 422].includes(status)),
    statuses.join(' '),
  )
  for (const id of ids) {
    const { body } = await baton.call(ann, 'GET', `/posts/${id}`)
    const there = (await read(ann, body.number)).posts.items.find((post: { id: string }) => post.id === id)
    assert.equal(there.seq, body.seq)
  }
  assert.equal((await baton.call(ann, 'GET', `/posts/${ids[1]}`)).body.body, 'Better said.')
  assert.equal((await baton.call(ann, 'GET', `/posts/${ids[2]}`)).body.reactions.length, 1)
  const posts = await baton.db.selectFrom('posts').select(['thread_id', 'seq']).where('body', '=', 'At once.').execute()
  assert.equal(posts.length, 3)
})

test('of one who answers an ask while it is split off, the answer stands with it', async () => {
  const { number } = await tell()
  for (let round = 0; round < 5; round += 1) {
    const { body: post } = await baton.call(ann, 'POST', `/threads/${number}/posts`, {
      body: 'Well?',
      asks: [{ to: 'ben', verb: 'answer', text: 'Well?' }],
    })
    const [made, answered] = await Promise.all([
      split(ann, number, { title: 'Well', posts: [post.id] }),
      baton.call(ben, 'POST', `/asks/${post.asks[0].id}/answer`, { body: 'Well enough.' }),
    ])
    assert.deepEqual([made.status, answered.status], [201, 200], JSON.stringify(answered.body))
    const passed = await baton.call(ann, 'GET', `/asks/${post.asks[0].id}`)
    assert.deepEqual([passed.body.state, passed.body.number], ['answered', made.body.number])
  }
})

test('an answer that leads elsewhere leads to where that stands after a split', async () => {
  const { number, ids } = await tell()
  const { body: asking } = await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    title: 'Who tells them?',
    body: 'Who?',
    asks: [{ to: 'ben', verb: 'answer', text: 'Who?' }],
  })
  const path = `/asks/${asking.asks[0].id}`
  assert.equal((await baton.call(ben, 'POST', `${path}/answer`, { post: ids[3] })).status, 200)
  const leads = async () => (await baton.call(ann, 'GET', path)).body.answer.link
  assert.deepEqual(await leads(), { number, title: 'Exports stop', seq: 4 })
  const { body: made } = await split(ann, number, { title: 'Telling customers', from: 3 })
  assert.deepEqual(await leads(), { number: made.number, title: 'Telling customers', seq: 2 })
})

test('a split in a private space stays in it', async () => {
  const opened = await baton.call(ben, 'POST', '/threads', { space: 'vault', title: 'The merger', body: 'Quietly.' })
  const { number } = opened.body
  const { body: post } = await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'More of it.' })
  assert.equal((await split(ann, number, { title: 'x', posts: [post.id] })).status, 404)
  const { body: made } = await split(ben, number, { title: 'Price', posts: [post.id] })
  assert.equal((await baton.call(ann, 'GET', `/threads/${made.number}`)).status, 404)
  assert.equal((await baton.call(ann, 'GET', `/posts/${post.id}`)).status, 404)
})

test('a split that is sent again with its key is answered with the thread it made', async () => {
  const { number } = await tell()
  const headers = { 'idempotency-key': 'split once' }
  const body = { title: 'Apart', from: 3 }
  const first = await baton.call(ann, 'POST', `/threads/${number}/split`, body, headers)
  const again = await baton.call(ann, 'POST', `/threads/${number}/split`, body, headers)
  assert.deepEqual([again.status, again.body.number], [201, first.body.number])
})

test('a split costs as many statements for two posts as for twenty', async () => {
  const count = async (posts: number) => {
    const { number } = await tell()
    for (let index = 0; index < posts; index += 1)
      await baton.call(ann, 'POST', `/threads/${number}/posts`, { body: `Post ${index}`, asks: [{ to: 'ben', verb: 'do', text: 'It.' }] })
    return (await baton.statements(() => split(ann, number, { title: 'Apart', from: 6 }))).length
  }
  assert.equal(await count(2), await count(20))
})
