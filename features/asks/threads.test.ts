import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone
let caio: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
  caio = await baton.person({ handle: 'caio', name: 'Caio Lima', timeZone: 'America/Sao_Paulo' })
  assert.equal((await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })).status, 201)
  assert.equal((await baton.call(ann, 'POST', '/spaces', { slug: 'den', name: 'Den', visibility: 'private' })).status, 201)
})
after(async () => {
  assert.deepEqual(baton.faults, [])
  await baton.close()
})

const decide = { to: 'bo', verb: 'decide', text: 'Choose one.' }

function open(more: object = {}, who = ann): Promise<Answer> {
  return baton.call(who, 'POST', '/threads', {
    space: 'ops',
    kind: 'question',
    title: 'Which supplier?',
    body: 'Two offers stand.',
    ...more,
  })
}

test('an ask at 19:00 in Lisbon reaches Bengaluru when the day begins there, and is due at the end of the next one', async () => {
  const { status, body } = await open({ asks: [decide] })
  assert.equal(status, 201)
  assert.equal(body.openAsks, 1)
  assert.equal(body.nextDue, '2026-11-25T11:30:00Z')
  const [ask] = body.asks
  assert.deepEqual(
    [ask.deliverAt, ask.due, ask.firstDue, ask.expires],
    ['2026-11-24T03:30:00Z', '2026-11-25T11:30:00Z', '2026-11-25T11:30:00Z', '2026-12-02T11:30:00Z'],
  )
  assert.deepEqual(
    [ask.deliveredAt, ask.tight, ask.unreachable, ask.outside, ask.neededBy, ask.respondWithin],
    [null, false, false, false, null, 1],
  )
  assert.deepEqual(ask.from, { handle: 'ann', name: 'Ann Mori' })
  assert.deepEqual(
    [ask.to, ask.owner],
    [
      { handle: 'bo', name: 'Bo Rao' },
      { handle: 'bo', name: 'Bo Rao' },
    ],
  )
  assert.deepEqual(ask.may, {
    answer: false,
    takePost: true,
    decline: false,
    pass: true,
    withdraw: true,
    acknowledge: false,
    move: true,
    take: false,
    judge: false,
  })
  assert.equal(ask.number, body.number)
  assert.equal(ask.post, body.posts.items[0].id)
  assert.deepEqual(body.posts.items[0].asks, [ask])
  const asBo = await baton.call(bo, 'GET', `/asks/${ask.id}`)
  assert.deepEqual(asBo.body.may, {
    answer: true,
    takePost: false,
    decline: true,
    pass: true,
    withdraw: false,
    acknowledge: true,
    move: true,
    take: false,
    judge: false,
  })
  const asCaio = await baton.call(caio, 'GET', `/asks/${ask.id}`)
  assert.ok(Object.values(asCaio.body.may).every((may) => may === false))
})

test('a space says within how many working days an answer is expected', async () => {
  await baton.call(ann, 'POST', '/spaces', { slug: 'slow', name: 'Slow', respondWithin: 3 })
  const { body } = await open({ space: 'slow', asks: [decide] })
  assert.deepEqual([body.asks[0].respondWithin, body.asks[0].due], [3, '2026-11-27T11:30:00Z'])
})

test('one post asks several people, each in their own day, in the order they were put', async () => {
  const thread = await open()
  const { status, body } = await baton.call(ann, 'POST', `/threads/${thread.body.number}/posts`, {
    body: 'To all.',
    asks: [
      decide,
      {
        to: 'caio',
        verb: 'review',
        text: 'Read the terms.',
        neededBy: { on: '2026-11-24' },
        minutes: 30,
        meanwhile: 'I prepare the order.',
      },
      { ...decide, text: 'And say why.' },
    ],
  })
  assert.equal(status, 201)
  assert.deepEqual(
    body.asks.map((ask: { text: string }) => ask.text),
    ['Choose one.', 'Read the terms.', 'And say why.'],
  )
  const [, ask] = body.asks
  assert.deepEqual([ask.deliverAt, ask.due, ask.neededBy], ['2026-11-23T19:00:00Z', '2026-11-24T20:00:00Z', { on: '2026-11-24' }])
  assert.deepEqual([ask.minutes, ask.meanwhile], [30, 'I prepare the order.'])
  assert.match(ask.id, /^[0-9a-f]{8}-[0-9a-f]{4}-7/)
})

test('what cannot be asked is refused where it stands, and nothing is written', async () => {
  const guest = await baton.person({ handle: 'gil', role: 'guest', spaces: ['ops'] })
  await baton.person({ handle: 'eve' })
  await baton.call(ann, 'PATCH', '/people/eve', { active: false })
  const before = await baton.call(ann, 'GET', '/spaces/ops/threads')
  const refusals: [object, number, string, string][] = [
    [{ to: 'eve' }, 422, 'ask.receiver_deactivated', 'asks.0.to'],
    [{ to: 'nobody' }, 404, 'person.not_found', 'asks.0.to'],
    [{ to: 'den' }, 422, 'ask.receiver_private', 'asks.0.to'],
    [{ neededBy: { in: 251 } }, 422, 'request.invalid', 'asks.0.neededBy.in'],
    [{ neededBy: { on: '2026-11-21' } }, 422, 'request.invalid', 'asks.0.neededBy.on'],
    [{ neededBy: { at: '2026-11-23T18:59:59Z' } }, 422, 'request.invalid', 'asks.0.neededBy.at'],
    [{ attention: 'urgent' }, 422, 'request.invalid', 'asks.0.reason'],
    [{ verb: 'beg' }, 422, 'request.invalid', 'asks.0.verb'],
    [{ text: ' ' }, 422, 'request.invalid', 'asks.0.text'],
    [{ wish: 1 }, 422, 'request.invalid', 'asks.0.wish'],
  ]
  for (const [more, status, code, path] of refusals) {
    const { body, ...answer } = await open({ asks: [{ ...decide, ...more }] })
    assert.deepEqual([answer.status, body.code, body.errors?.[0]?.path], [status, code, path], JSON.stringify(more))
  }
  assert.deepEqual((await baton.call(ann, 'GET', '/spaces/ops/threads')).body, before.body)
  const asGuest = await open({ asks: [{ ...decide, to: 'den' }] }, guest)
  assert.deepEqual([asGuest.status, asGuest.body.code], [404, 'person.not_found'])
})

test('whoever may not read the thread is not asked; a member is told to add them', async () => {
  const refused = await open({ space: 'den', asks: [decide] })
  assert.deepEqual(
    [refused.status, refused.body.code, refused.body.canAdd, refused.body.errors[0].path],
    [422, 'ask.receiver_cannot_read', true, 'asks.0.to'],
  )
  assert.match(refused.body.detail, /Add them to the space/)
  assert.equal((await baton.call(bo, 'GET', '/spaces/den')).status, 404)
  assert.equal((await open({ space: 'den' }, bo)).status, 404)
  const direct = await baton.call(ann, 'POST', '/threads', { people: ['bo'], title: 'Quiet word', body: 'Hello.', asks: [decide] })
  assert.deepEqual([direct.status, direct.body.direct], [201, true])
  const outsider = await baton.call(bo, 'POST', `/threads/${direct.body.number}/posts`, {
    body: 'And Caio?',
    asks: [{ ...decide, to: 'caio' }],
  })
  assert.deepEqual([outsider.status, outsider.body.code, outsider.body.canAdd], [422, 'ask.receiver_cannot_read', false])
  assert.equal((await baton.call(caio, 'GET', `/threads/${direct.body.number}`)).status, 404)
  assert.equal((await baton.call(caio, 'GET', `/asks/${direct.body.asks[0].id}`)).status, 404)
  assert.equal((await baton.call(caio, 'POST', `/asks/${direct.body.asks[0].id}/answer`, { body: 'I' })).status, 404)
})

test('urgent comes at once to someone who works, and like any ask to someone who does not', async () => {
  const urgent = { verb: 'do', text: 'Restart it.', attention: 'urgent', reason: 'The shop is down.' }
  const { body } = await open({
    asks: [
      { ...urgent, to: 'caio' },
      { ...urgent, to: 'bo' },
    ],
  })
  const [bos, caios] = ['bo', 'caio'].map((handle) => body.asks.find((ask: { to: { handle: string } }) => ask.to.handle === handle))
  assert.deepEqual(
    [caios.deliverAt, caios.interrupts, caios.attention, caios.reason, caios.urgentReason],
    ['2026-11-23T19:00:00Z', true, 'urgent', 'The shop is down.', 'The shop is down.'],
  )
  assert.deepEqual([bos.deliverAt, bos.interrupts, bos.attention], ['2026-11-24T03:30:00Z', false, 'urgent'])
})

test('a thread is opened once for one key, and read again by a repeat', async () => {
  const headers = { 'idempotency-key': 'one' }
  const ask = { space: 'ops', title: 'Once', body: 'Once.', asks: [decide] }
  const first = await baton.call(ann, 'POST', '/threads', ask, headers)
  const repeat = await baton.call(ann, 'POST', '/threads', ask, headers)
  assert.deepEqual([first.status, repeat.status, repeat.body], [201, 201, first.body])
  const other = await baton.call(ann, 'POST', '/threads', { ...ask, title: 'Twice' }, headers)
  assert.deepEqual([other.status, other.body.code], [409, 'idempotency.other_request'])
  const post = { body: 'More.', asks: [decide] }
  const posts = await Promise.all(
    [1, 2].map(() => baton.call(ann, 'POST', `/threads/${first.body.number}/posts`, post, { 'idempotency-key': 'two' })),
  )
  assert.deepEqual(
    posts.map(({ status }) => status),
    [201, 201],
  )
  assert.deepEqual(posts[0]?.body, posts[1]?.body)
  const answer = () => baton.call(bo, 'POST', `/asks/${first.body.asks[0].id}/answer`, { body: 'Yes.' }, { 'idempotency-key': 'three' })
  const answers = await Promise.all([answer(), answer()])
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.state]),
    [
      [200, 'answered'],
      [200, 'answered'],
    ],
  )
  assert.equal((await baton.call(ann, 'GET', `/threads/${first.body.number}`)).body.postCount, 3)
})

test('a long thread shows the posts around the first unread; others are read by seq', async () => {
  const { body: thread } = await open({ title: 'Long' })
  for (let seq = 2; seq <= 60; seq += 1)
    await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: `Post ${seq}`, asks: seq % 30 === 0 ? [decide] : [] })
  await baton.call(bo, 'PUT', `/threads/${thread.number}/read`, { seq: 20 })
  const read = await baton.call(bo, 'GET', `/threads/${thread.number}`)
  assert.deepEqual([read.body.read, read.body.unread, read.body.firstUnread], [20, 40, 21])
  assert.ok(read.body.posts.items.some(({ seq }: { seq: number }) => seq === 21))
  assert.equal(read.body.asks.length, 2)
  const byId = await baton.call(bo, 'GET', `/threads/${thread.id}`)
  assert.deepEqual(byId.body, read.body)
  const seqs = async (query: string) => {
    const { body } = await baton.call(bo, 'GET', `/threads/${thread.number}/posts?${query}`)
    return [body.items.map(({ seq }: { seq: number }) => seq), body.next]
  }
  assert.deepEqual(await seqs('limit=3'), [[1, 2, 3], 3])
  assert.deepEqual(await seqs('after=58'), [[59, 60], null])
  assert.deepEqual(await seqs('before=4&limit=2'), [[2, 3], 2])
  assert.equal((await baton.call(bo, 'GET', `/threads/${thread.number}/posts?after=29&limit=1`)).body.items[0].asks.length, 1)
  assert.deepEqual((await baton.call(bo, 'GET', `/threads/${thread.number}/posts?after=1&before=9`)).status, 422)
  assert.equal((await baton.call(bo, 'GET', '/threads/4000')).status, 404)
})

test('posts are read from an instant on, whatever stands before it', async () => {
  const before = baton.clock.now()
  const { body: thread } = await open({ title: 'Over days' })
  for (const days of [1, 2, 3]) {
    baton.clock.set(before.add({ hours: 24 * days }).toString())
    await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: `After ${days}` })
  }
  const from = async (at: Temporal.Instant) => {
    const { body } = await baton.call(bo, 'GET', `/threads/${thread.number}/posts?at=${at.toString()}&limit=2`)
    return [body.items.map(({ seq }: { seq: number }) => seq), body.next]
  }
  assert.deepEqual(await from(before.add({ hours: 30 })), [[3, 4], null])
  assert.deepEqual(await from(before), [[1, 2], 2])
  assert.deepEqual(await from(before.add({ hours: 100 })), [[], null])
  assert.equal((await baton.call(bo, 'GET', `/threads/${thread.number}/posts?at=monday`)).status, 422)
  baton.clock.set(before.toString())
})

test('the statements of a thread and of a post do not grow with what is in them', async () => {
  const counted = async (asks: number, posts: number): Promise<number[]> => {
    const { body: thread } = await open({ asks: Array.from({ length: asks }, () => decide) })
    for (let post = 0; post < posts; post += 1)
      await baton.call(bo, 'POST', `/threads/${thread.number}/posts`, { body: 'One more, @ann, as in #1.' })
    const reading = await baton.statements(() => baton.call(bo, 'GET', `/threads/${thread.number}`))
    const listing = await baton.statements(() => baton.call(bo, 'GET', `/threads/${thread.number}/posts`))
    const asking = await baton.statements(() =>
      baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: 'Plain.', asks: [decide] }),
    )
    return [reading.length, listing.length, asking.length]
  }
  const few = await counted(1, 1)
  assert.deepEqual(await counted(6, 9), few)
  assert.deepEqual(few, [5, 5, 12])
})

test('asks are listed by due: mine, of others, by state and thread, piece by piece', async () => {
  const { body: thread } = await open({
    title: 'Listed',
    asks: [
      { ...decide, neededBy: 'whenever' },
      { ...decide, neededBy: { in: 5 } },
      { ...decide, neededBy: { in: 2 } },
    ],
  })
  const dues = async (query: string, who = ann) =>
    (await baton.call(who, 'GET', `/asks?${query}`)).body.items.map(({ due }: { due: string | null }) => due)
  assert.deepEqual(await dues(`thread=${thread.number}`), ['2026-11-26T11:30:00Z', '2026-12-01T11:30:00Z', null])
  assert.deepEqual(await dues(`thread=${thread.number}&to=me`, bo), await dues(`thread=${thread.number}&to=bo&from=me&state=open`))
  assert.deepEqual(await dues(`thread=${thread.number}&state=answered`), [])
  const first = await baton.call(ann, 'GET', `/asks?thread=${thread.number}&limit=2`)
  const second = await baton.call(ann, 'GET', `/asks?thread=${thread.number}&limit=2&after=${first.body.next}`)
  assert.deepEqual(
    [...first.body.items, ...second.body.items].map(({ due }: { due: string | null }) => due),
    ['2026-11-26T11:30:00Z', '2026-12-01T11:30:00Z', null],
  )
  assert.equal(second.body.next, null)
  assert.equal((await baton.call(ann, 'GET', '/asks?to=nobody')).status, 404)
  assert.equal((await baton.call(ann, 'GET', '/asks?thread=4000')).status, 404)
  assert.equal((await baton.call(ann, 'GET', '/asks?after=x')).status, 422)
  assert.deepEqual(await dues('', caio), await dues('to=me', caio))
})

test('who may not conclude a thread is told so, whatever is open there', async () => {
  const guest = await baton.person({ handle: 'gus', role: 'guest', spaces: ['ops'] })
  const { body: thread } = await open({ title: 'Not theirs', asks: [decide] })
  for (const withdraw of [false, true]) {
    const refused = await baton.call(guest, 'POST', `/threads/${thread.number}/conclude`, { body: 'Mine.', withdraw })
    assert.deepEqual([refused.status, refused.body.code], [403, 'thread.not_steered_by_guests'])
  }
})

test('a thread is concluded when nobody is waited for; what is open is listed, and mine can be taken back', async () => {
  const { body: thread } = await open({ title: 'To conclude', asks: [decide] })
  const bos = await baton.call(bo, 'POST', `/threads/${thread.number}/posts`, { body: 'And you?', asks: [{ ...decide, to: 'ann' }] })
  const conclude = (body: object) => baton.call(ann, 'POST', `/threads/${thread.number}/conclude`, body)
  const refused = await conclude({ body: 'The second.', withdraw: true })
  assert.deepEqual([refused.status, refused.body.code, refused.body.asks.length], [409, 'thread.open_asks', 1])
  const both = await conclude({ body: 'The second.' })
  assert.deepEqual(new Set(both.body.asks.map(({ id }: { id: string }) => id)), new Set([thread.asks[0].id, bos.body.asks[0].id]))
  await baton.call(ann, 'POST', `/asks/${bos.body.asks[0].id}/answer`, { body: 'Fine.' })
  const done = await conclude({ body: 'The second.', withdraw: true })
  assert.deepEqual([done.status, done.body.state, done.body.openAsks], [200, 'concluded', 0])
  assert.equal(done.body.outcome.body, 'The second.')
  assert.equal((await baton.call(ann, 'GET', `/asks/${thread.asks[0].id}`)).body.state, 'withdrawn')
  const late = await baton.call(ann, 'POST', `/threads/${thread.number}/posts`, { body: 'One more thing.', asks: [decide] })
  assert.deepEqual([late.status, late.body.code], [409, 'thread.concluded'])
})
