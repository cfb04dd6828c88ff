import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone
let cy: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', name: 'Bo Lind', timeZone: 'Asia/Kolkata' })
  cy = await baton.person({ handle: 'cy', timeZone: 'America/Sao_Paulo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'slow', name: 'Slow', respondWithin: 3 })
  await baton.call(cy, 'POST', '/spaces', { slug: 'hidden', name: 'Hidden', visibility: 'private' })
})
after(() => baton.close())

const preview = (who: Someone, body: object): Promise<Answer> => baton.call(who, 'POST', '/attention/preview', body)

test('an evening ask from Lisbon reaches Bengaluru in the morning, and the answer comes back in the next digest', async () => {
  await baton.call(bo, 'PATCH', '/people/bo', { readme: 'Mornings are best.', capacity: 'busy', status: 'Deep in the parser' })
  const { status, body } = await preview(ann, { to: ['bo'] })
  assert.equal(status, 200)
  assert.deepEqual(body, {
    items: [
      {
        to: { handle: 'bo', name: 'Bo Lind' },
        attention: 'timely',
        interrupts: null,
        deliverAt: '2026-11-24T03:30:00Z',
        due: '2026-11-25T11:30:00Z',
        tight: false,
        unreachable: false,
        never: false,
        outside: false,
        suggest: [],
        cover: null,
        onCall: null,
        load: { openAsks: 0, capacity: 'busy', status: 'Deep in the parser' },
        readme: 'Mornings are best.',
        local: { at: '2026-11-24T00:30:00+05:30', deliverAt: '2026-11-24T09:00:00+05:30', due: '2026-11-25T17:00:00+05:30' },
        answerBack: '2026-11-25T16:00:00Z',
        members: null,
        first: null,
        earliest: null,
        latest: null,
      },
    ],
    earliest: '2026-11-24T03:30:00Z',
    latest: '2026-11-24T03:30:00Z',
  })
})

test('several receivers span from the earliest to the latest', async () => {
  const { body } = await preview(ann, { to: ['bo', 'cy', 'bo'] })
  assert.deepEqual(
    body.items.map((item: { to: { handle: string } }) => item.to.handle),
    ['bo', 'cy'],
  )
  assert.deepEqual([body.earliest, body.latest], ['2026-11-23T19:00:00Z', '2026-11-24T03:30:00Z'])
})

test('a space sets how long an answer may take', async () => {
  assert.equal((await preview(ann, { to: ['bo'], space: 'slow' })).body.items[0].due, '2026-11-27T11:30:00Z')
  const hidden = await preview(ann, { to: ['bo'], space: 'hidden' })
  assert.deepEqual([hidden.status, hidden.body.errors[0].path], [404, 'space'])
})

test('urgent comes at once to who is working, and as timely to who is not', async () => {
  const { body } = await preview(ann, { to: ['cy', 'bo'], attention: 'urgent' })
  assert.deepEqual(
    body.items.map((item: Record<string, unknown>) => [item['attention'], item['interrupts'], item['deliverAt']]),
    [
      ['urgent', 'open', '2026-11-23T19:00:00Z'],
      ['timely', null, '2026-11-24T03:30:00Z'],
    ],
  )
})

test('what is no ask has no due, whatever is needed by', async () => {
  const { body } = await preview(ann, { to: ['bo'], attention: 'digest', neededBy: { at: '2026-01-01T00:00:00Z' } })
  assert.deepEqual([body.items[0].deliverAt, body.items[0].due, body.items[0].answerBack], ['2026-11-24T03:30:00Z', null, null])
})

test('an instant outside hours comes with worked ones around it', async () => {
  const { body } = await preview(ann, { to: ['bo'], neededBy: { at: '2026-11-24T20:00:00Z' } })
  assert.deepEqual([body.items[0].outside, body.items[0].suggest], [true, ['2026-11-24T11:30:00Z', '2026-11-25T03:30:00Z']])
})

test('who is never open is never reached', async () => {
  await baton.call(cy, 'PUT', '/people/cy/calendar', { timeZone: 'America/Sao_Paulo', weekly: {} })
  const { body } = await preview(ann, { to: ['cy'] })
  assert.deepEqual([body.items[0].never, body.items[0].deliverAt, body.items[0].due, body.earliest], [true, null, null, null])
})

test('another instant of sending may be assumed, from now to two years ahead', async () => {
  assert.equal((await preview(ann, { to: ['bo'], at: '2026-11-27T19:00:00Z' })).body.items[0].deliverAt, '2026-11-30T03:30:00Z')
  assert.equal((await preview(ann, { to: ['bo'], at: '2028-11-23T19:00:00Z' })).status, 200)
  for (const at of ['2028-11-23T19:00:01Z', '2026-11-23T18:59:59Z', 'tomorrow']) {
    const answer = await preview(ann, { to: ['bo'], at })
    assert.deepEqual([answer.status, answer.body.errors[0].path], [422, 'at'])
  }
})

const wrong = [
  [{ to: [] }, 'to'],
  [{ to: Array.from({ length: 51 }, (_, index) => `p${index}`) }, 'to'],
  [{ to: ['bo'], neededBy: { in: 251 } }, 'neededBy'],
  [{ to: ['bo'], neededBy: { on: '2026-11-21' } }, 'neededBy.on'],
  [{ to: ['bo'], neededBy: { at: '2026-11-23T18:00:00Z' } }, 'neededBy.at'],
  [{ to: ['bo'], attention: 'quiet' }, 'attention'],
  [{}, 'to'],
] as const

for (const [body, path] of wrong) {
  test(`${JSON.stringify(body).slice(0, 60)} is refused at ${path}`, async () => {
    const answer = await preview(ann, body)
    assert.deepEqual([answer.status, answer.body.errors[0].path.startsWith(path)], [422, true], JSON.stringify(answer.body.errors))
  })
}

test('a person’s load counts the open asks that the reader may see', async () => {
  const post = (who: Someone, space: string) =>
    baton.call(who, 'POST', '/threads', {
      space,
      kind: 'question',
      title: 'How?',
      body: 'Please say.',
      asks: [{ to: 'cy', verb: 'answer', text: 'How?' }],
    })
  assert.equal((await post(ann, 'slow')).status, 201)
  assert.equal((await post(cy, 'hidden')).status, 201)
  assert.equal((await preview(ann, { to: ['cy'] })).body.items[0].load.openAsks, 1)
  assert.equal((await preview(cy, { to: ['cy'] })).body.items[0].load.openAsks, 2)
})

test('as many statements for fifty people as for one', async () => {
  const to = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => {
      const handle = `p${index}`
      await baton.call(ann, 'POST', '/people', { handle, name: handle, timeZone: 'Asia/Tokyo' })
      return handle
    }),
  )
  const one = await baton.statements(() => preview(ann, { to: ['bo'], space: 'slow' }))
  const fifty = await baton.statements(() => preview(ann, { to, space: 'slow' }))
  assert.deepEqual([one.length, fifty.length], [7, 7])
})

test('nothing of this was an error', () => {
  assert.deepEqual(baton.faults, [])
})

test('who may not read where it would stand is refused by name, all of them at once, and stands in for nobody', async () => {
  const gus = await baton.person({ handle: 'gus', name: 'Gus Hill', role: 'guest', spaces: ['slow'] })
  await baton.call(ann, 'POST', '/spaces', { slug: 'inner', name: 'Inner' })
  await baton.call(cy, 'PUT', '/spaces/hidden/members/ann', {})
  assert.equal((await preview(ann, { to: ['gus'] })).status, 200)
  assert.equal((await preview(ann, { to: ['gus'], space: 'slow' })).status, 200)
  const { status, body } = await preview(ann, { to: ['bo', 'gus', 'ann', 'gus'], space: 'inner' })
  assert.equal(status, 422)
  assert.deepEqual(body.errors, [
    { path: 'to.1', message: 'Gus Hill may not read there. Name somebody who is in the space' },
    { path: 'to.3', message: 'Gus Hill may not read there. Name somebody who is in the space' },
  ])
  assert.deepEqual(
    (await preview(ann, { to: ['bo', 'cy'], space: 'hidden' })).body.errors.map(({ path }: { path: string }) => path),
    ['to.0'],
  )
  const day = [['09:00', '17:00']]
  const days = { timeZone: 'Asia/Kolkata', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day } }
  const away = [{ from: '2026-11-24', to: '2026-12-04', cover: 'gus' }]
  assert.equal((await baton.call(bo, 'PUT', '/people/bo/calendar', { ...days, away })).status, 200)
  const coverIn = async (space: string) => (await preview(ann, { to: ['bo'], space })).body.items[0].cover?.to.handle ?? null
  assert.deepEqual([await coverIn('slow'), await coverIn('inner')], ['gus', null])
  assert.equal((await preview(gus, { to: ['gus'], space: 'slow' })).status, 200)
})
