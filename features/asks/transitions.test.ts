import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

const SENT = '2026-11-23T19:00:00Z'
let baton: Baton
let ann: Someone
let bo: Someone
let caio: Someone
let dee: Someone

before(async () => {
  baton = await startBaton({ at: SENT })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  caio = await baton.person({ handle: 'caio', name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  dee = await baton.person({ handle: 'dee', name: 'Dee', timeZone: 'Europe/Lisbon' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
})
beforeEach(() => baton.clock.set(SENT))
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

interface Made {
  readonly id: string
  readonly number: number
}

async function ask(more: object = {}): Promise<Made> {
  const { body } = await baton.call(ann, 'POST', '/threads', {
    space: 'ops',
    title: 'Which?',
    body: 'Two stand.',
    asks: [{ to: 'bo', verb: 'decide', text: 'Choose.', ...more }],
  })
  return { id: body.asks[0].id, number: body.number }
}

const act = (who: Someone, { id }: Made, how: string, body: object = {}): Promise<Answer> =>
  baton.call(who, 'POST', `/asks/${id}/${how}`, body)

const upwards = (one: number, other: number): number => one - other

const acts: [how: string, body: (made: Made) => Promise<object>, allowed: string[]][] = [
  ['answer', async () => ({ body: 'The second.' }), ['bo']],
  ['answer', async ({ number }) => ({ post: await postIn(number) }), ['bo', 'ann']],
  ['decline', async () => ({ reason: 'Not mine to say.' }), ['bo']],
  ['pass', async () => ({ to: 'dee', note: 'You know this.' }), ['bo', 'ann']],
  ['withdraw', async () => ({}), ['ann']],
  ['acknowledge', async () => ({}), ['bo']],
  ['needed-by', async () => ({ neededBy: { in: 3 }, reason: 'A holiday.' }), ['bo', 'ann']],
]

async function postIn(number: number): Promise<string> {
  return (await baton.call(caio, 'POST', `/threads/${number}/posts`, { body: 'It is the second.' })).body.id
}

test('each act is for whom it is for, and 403 with what to do for everybody else', async () => {
  for (const [how, body, allowed] of acts) {
    for (const who of [ann, bo, caio]) {
      const made = await ask()
      const answer = await act(who, made, how, await body(made))
      const expected = allowed.includes(who.handle) ? [200, undefined] : [403, 'ask.not_yours']
      assert.deepEqual([answer.status, answer.body.code], expected, `${how} by ${who.handle}`)
      if (answer.status === 403 && who === caio) assert.match(answer.body.detail, /Bo Rao|Ann Mori/)
    }
  }
})

test('what is settled stays settled: every act after the first says who and when, for whoever might have acted', async () => {
  const ends: [Someone, string, object][] = [
    [bo, 'answer', { body: 'The second.' }],
    [bo, 'decline', { reason: 'Ask Dee.' }],
    [ann, 'withdraw', {}],
  ]
  for (const [who, how, body] of ends) {
    const made = await ask()
    const settled = await act(who, made, how, body)
    baton.clock.advance({ minutes: 5 })
    for (const [later, laterBody, allowed] of acts) {
      const actor = allowed.includes('bo') ? bo : ann
      const answer = await act(actor, made, later, await laterBody(made))
      assert.deepEqual([answer.status, answer.body.code], [409, 'ask.already_settled'], `${later} after ${how}`)
      assert.deepEqual([answer.body.state, answer.body.by.handle, answer.body.at], [settled.body.state, who.handle, SENT])
      assert.match(answer.body.detail, new RegExp(`${settled.body.state} by (Ann Mori|Bo Rao) at 2026-11-23T19:00:00Z`))
    }
    const stranger = await act(caio, made, 'decline', { reason: 'No.' })
    assert.equal(stranger.status, 403)
    baton.clock.set(SENT)
  }
})

test('an answer is a post; it is on the ask, and the ask is on nobody any more', async () => {
  const made = await ask()
  const { body } = await act(bo, made, 'answer', { body: 'The **second**.' })
  assert.deepEqual([body.state, body.answer.by, body.answer.at, body.reason], ['answered', { handle: 'bo', name: 'Bo Rao' }, SENT, null])
  assert.ok(Object.values(body.may).every((may) => may === false))
  const thread = await baton.call(ann, 'GET', `/threads/${made.number}`)
  const post = thread.body.posts.items.at(-1)
  assert.deepEqual([post.id, post.body, post.author.handle, thread.body.openAsks], [body.answer.post, 'The **second**.', 'bo', 0])
  const events = await baton.db.selectFrom('events').select(['type', 'subject']).where('type', '=', 'ask.answered').execute()
  assert.ok(events.some(({ subject }) => JSON.stringify(subject).includes(made.id)))
})

test('a post that stands can be the answer, but not the one that asks, nor a deleted one, nor what is no post', async () => {
  const made = await ask()
  const other = await ask()
  const thread = await baton.call(ann, 'GET', `/threads/${made.number}`)
  const deleted = await postIn(made.number)
  assert.equal((await baton.call(caio, 'DELETE', `/posts/${deleted}`)).status, 200)
  const own = await act(bo, made, 'answer', { post: thread.body.posts.items[0].id })
  assert.deepEqual([own.status, own.body.errors[0].path], [422, 'post'])
  for (const post of [deleted, made.id]) {
    const answer = await act(bo, made, 'answer', { post })
    assert.deepEqual([answer.status, answer.body.code, answer.body.errors[0].path], [404, 'post.not_found', 'post'])
  }
  for (const body of [{}, { thread: other.number, post: deleted }, { body: ' ' }])
    assert.equal((await act(bo, made, 'answer', body)).status, 422)
  const taken = await act(ann, made, 'answer', { post: await postIn(made.number) })
  assert.deepEqual([taken.body.state, taken.body.answer.by.handle, taken.body.settled.by.handle], ['answered', 'caio', 'ann'])
})

test('of many who settle at once one wins; the others learn who, and no post of theirs stays', async () => {
  for (let round = 0; round < 4; round += 1) {
    const made = await ask()
    const results = await Promise.all([
      act(bo, made, 'answer', { body: 'The first.' }),
      act(bo, made, 'answer', { body: 'The second.' }),
      act(bo, made, 'decline', { reason: 'No time.' }),
      act(ann, made, 'withdraw'),
    ])
    assert.deepEqual(results.map(({ status }) => status).toSorted(upwards), [200, 409, 409, 409])
    const winner = results.find(({ status }) => status === 200)?.body
    for (const { status, body } of results) {
      if (status === 409)
        assert.deepEqual([body.code, body.state, body.by.handle], ['ask.already_settled', winner.state, winner.settled.by.handle])
    }
    const { body: thread } = await baton.call(ann, 'GET', `/threads/${made.number}`)
    assert.equal(thread.postCount, winner.state === 'answered' ? 2 : 1)
    const settlements = await baton.db.selectFrom('ask_settlements').select('state').where('ask_id', '=', made.id).execute()
    assert.equal(settlements.length, 1)
  }
})

test('of two who pass or answer at once one does, and the other is no owner any more', async () => {
  const made = await ask()
  const passes = await Promise.all([act(bo, made, 'pass', { to: 'caio', note: '' }), act(bo, made, 'pass', { to: 'dee', note: '' })])
  assert.deepEqual(passes.map(({ status }) => status).toSorted(upwards), [200, 403])
  const next = await ask()
  const [passed, answered] = await Promise.all([act(bo, next, 'pass', { to: 'caio' }), act(bo, next, 'answer', { body: 'Mine.' })])
  assert.deepEqual([passed.status === 200, answered.status === 200].filter(Boolean).length, 1)
  const { body } = await baton.call(ann, 'GET', `/asks/${next.id}`)
  assert.equal(body.owner.handle, passed.status === 200 ? 'caio' : 'bo')
})

test('concluding and answering at once never leaves an open ask in a concluded thread', async () => {
  for (let round = 0; round < 4; round += 1) {
    const made = await ask()
    const [concluded, posted] = await Promise.all([
      baton.call(ann, 'POST', `/threads/${made.number}/conclude`, { body: 'Done.', withdraw: true }),
      baton.call(bo, 'POST', `/threads/${made.number}/posts`, { body: 'And?', asks: [{ to: 'ann', verb: 'do', text: 'Order it.' }] }),
      act(bo, made, 'answer', { body: 'The second.' }),
    ])
    const { body } = await baton.call(ann, 'GET', `/threads/${made.number}`)
    if (body.state === 'concluded') assert.deepEqual([concluded.status, posted.status, body.openAsks], [200, 409, 0])
    else assert.deepEqual([concluded.status, posted.status], [409, 201])
  }
})

test('seen is on record once, and changes neither state nor due', async () => {
  const made = await ask()
  const before = (await baton.call(bo, 'GET', `/asks/${made.id}`)).body
  const first = await act(bo, made, 'acknowledge')
  baton.clock.advance({ minutes: 1 })
  const second = await act(bo, made, 'acknowledge')
  assert.deepEqual(first.body, second.body)
  const may = { ...before.may, acknowledge: false }
  assert.equal(before.may.acknowledge, true)
  assert.deepEqual(first.body, { ...before, may, seen: [{ by: { handle: 'bo', name: 'Bo Rao' }, at: SENT }] })
  assert.equal((await act(ann, made, 'pass', { to: 'dee' })).status, 200)
  assert.equal((await baton.call(dee, 'GET', `/asks/${made.id}`)).body.may.acknowledge, true, 'whoever has it next has not said so')
})

test('a key makes every act happen once', async () => {
  for (const [how, body, allowed] of acts) {
    const made = await ask()
    const who = allowed.includes('bo') ? bo : ann
    const request = await body(made)
    const once = () => baton.call(who, 'POST', `/asks/${made.id}/${how}`, request, { 'idempotency-key': `${how} ${made.id}` })
    const [first, repeat] = [await once(), await once()]
    assert.deepEqual(
      [repeat.status, repeat.body.state, repeat.body.passes.length, repeat.body.moves.length],
      [200, first.body.state, first.body.passes.length, first.body.moves.length],
      how,
    )
  }
})

test('whoever may not see the thread does not see the ask, by any act', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/den/members/bo')
  const { body } = await baton.call(ann, 'POST', '/threads', {
    space: 'den',
    title: 'T',
    body: 'B',
    asks: [{ to: 'bo', verb: 'do', text: 'It.' }],
  })
  const made = { id: body.asks[0].id, number: body.number }
  for (const [how, request] of acts)
    assert.equal((await act(caio, made, how, how === 'answer' ? { body: 'x' } : await request(await ask()))).status, 404, how)
  assert.equal((await baton.call(caio, 'GET', `/asks/${made.id}`)).status, 404)
  assert.deepEqual(
    (await baton.call(caio, 'GET', '/asks?from=ann&state=open')).body.items.filter(({ id }: Made) => id === made.id),
    [],
  )
  assert.equal((await baton.call(caio, 'GET', '/asks/not-an-id')).status, 404)
  assert.equal((await baton.call(null, 'GET', `/asks/${made.id}`)).status, 401)
})
