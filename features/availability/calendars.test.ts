import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Answer, type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone
let bo: Someone

before(async () => {
  baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  ann = await baton.setup()
  bo = await baton.person({ handle: 'bo', timeZone: 'Asia/Kolkata' })
})
after(() => baton.close())

const put = (who: Someone, handle: string, body: object): Promise<Answer> => baton.call(who, 'PUT', `/people/${handle}/calendar`, body)
const workdays = {
  1: [['09:00', '17:00']],
  2: [['09:00', '17:00']],
  3: [['09:00', '17:00']],
  4: [['09:00', '17:00']],
  5: [['09:00', '17:00']],
}

const whole = {
  timeZone: 'Europe/Lisbon',
  travel: [{ from: '2026-12-01', timeZone: 'Asia/Tokyo' }],
  weekly: {
    1: [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
    2: [['20:00', '02:00']],
    5: [['09:00', '13:00']],
  },
  overrides: { '2026-12-24': [['09:00', '12:00']], '2026-12-26': [] },
  away: [
    { from: '2026-12-25', to: '2027-01-01', cover: 'support' },
    { start: '2026-12-03T10:00:00Z', end: '2026-12-03T12:00:00Z' },
  ],
  focus: { weekly: { 1: [['09:00', '11:00']] }, blocks: [{ start: '2026-12-04T09:00:00Z', end: '2026-12-04T11:30:00Z' }] },
  deliveries: ['start', '16:00'],
  urgentOutside: false,
}

test('a new person has hours that they did not set', async () => {
  const { body } = await baton.call(ann, 'GET', '/people/bo/calendar')
  assert.deepEqual([body.timeZone, body.weekly, body.deliveries, body.hoursSet], ['Asia/Kolkata', workdays, ['start', '16:00'], false])
})

test('a calendar comes back as it was put, and whoever sees the person may read it', async () => {
  assert.deepEqual((await put(ann, 'ann', whole)).body, { ...whole, hoursSet: true })
  assert.deepEqual((await baton.call(bo, 'GET', '/people/ann/calendar')).body, { ...whole, hoursSet: true })
  assert.equal((await baton.call(bo, 'GET', '/people/ann')).body.hoursSet, true)
})

test('the same calendar again changes nothing', async () => {
  const changes = () => baton.db.selectFrom('events').select('id').where('type', '=', 'calendar.changed').execute()
  const before = (await changes()).length
  await put(ann, 'me', whole)
  assert.equal((await changes()).length, before)
  await put(ann, 'me', { ...whole, urgentOutside: true })
  assert.equal((await changes()).length, before + 1)
  await put(ann, 'me', whole)
})

test('hours are set by the person who works them', async () => {
  const refused = await put(ann, 'bo', whole)
  assert.deepEqual([refused.status, refused.body.code], [403, 'calendar.not_yours'])
})

const wrong = [
  [{ weekly: {} }, 'timeZone'],
  [{ timeZone: 'Asia/Kolkata' }, 'weekly'],
  [{ timeZone: '+05:30', weekly: {} }, 'timeZone'],
  [{ timeZone: 'Mars/Olympus', weekly: {} }, 'timeZone'],
  [{ timeZone: 'UTC', weekly: { 1: [['09:00', '25:00']] } }, 'weekly.1.0.1'],
  [{ timeZone: 'UTC', weekly: {}, hours: 8 }, 'hours'],
] as const

for (const [body, path] of wrong) {
  test(`a calendar is refused at ${path}, and nothing is stored`, async () => {
    const answer = await put(bo, 'bo', body)
    assert.deepEqual([answer.status, answer.body.errors[0].path], [422, path])
    assert.equal((await baton.call(bo, 'GET', '/people/bo/calendar')).body.hoursSet, false)
  })
}

test('availability is given for a range, dates counting whole in the person’s own zone', async () => {
  const { body } = await baton.call(bo, 'GET', '/people/ann/availability?from=2026-11-30&to=2026-11-30')
  assert.deepEqual(body.working, [
    { start: '2026-11-30T09:00:00Z', end: '2026-11-30T12:30:00Z' },
    { start: '2026-11-30T14:00:00Z', end: '2026-11-30T18:00:00Z' },
  ])
  assert.deepEqual(body.open[0], { start: '2026-11-30T11:00:00Z', end: '2026-11-30T12:30:00Z' })
  assert.deepEqual(body.digests, ['2026-11-30T11:00:00Z', '2026-11-30T16:00:00Z'])
  const tokyo = await baton.call(bo, 'GET', '/people/ann/availability?from=2026-12-03T00:00:00Z&to=2026-12-04T00:00:00Z')
  assert.deepEqual(tokyo.body.away, [{ start: '2026-12-03T10:00:00Z', end: '2026-12-03T12:00:00Z' }])
})

const ranges = [
  ['from=2026-11-01&to=2027-01-01', 200, null],
  ['from=2026-11-01&to=2027-01-02', 422, 'to'],
  ['from=2026-11-24T00:00:00Z&to=2026-11-23T00:00:00Z', 422, 'to'],
  ['from=2026-11-24', 422, 'to'],
  ['from=yesterday&to=2026-11-24', 422, 'from'],
  ['from=9999-11-24T00:00:00Z&to=9999-11-25T00:00:00Z', 422, 'from'],
] as const

for (const [query, status, path] of ranges) {
  test(`availability for ${query} is answered ${status}`, async () => {
    const answer = await baton.call(bo, 'GET', `/people/ann/availability?${query}`)
    assert.deepEqual([answer.status, answer.body.errors?.[0].path ?? null], [status, path])
  })
}

test('a group’s shared time is found, or what would be least bad', async () => {
  await put(ann, 'ann', { timeZone: 'Europe/Lisbon', weekly: workdays })
  const ask = (minutes: number) =>
    baton.call(ann, 'POST', '/availability/overlap', {
      people: ['ann', 'bo'],
      from: '2026-11-24T00:00:00Z',
      to: '2026-11-25T00:00:00Z',
      minutes,
    })
  assert.deepEqual((await ask(60)).body, {
    stretches: [{ start: '2026-11-24T09:00:00Z', end: '2026-11-24T11:30:00Z', open: 2 }],
    leastBad: [],
  })
  const long = (await ask(180)).body
  assert.deepEqual(long.stretches, [])
  assert.deepEqual(long.leastBad[0], { start: '2026-11-24T08:30:00Z', end: '2026-11-24T11:30:00Z', outOfHours: { ann: 30 } })
  assert.equal((await ask(1_441)).body.errors[0].path, 'minutes')
})

test('who can be reached next is listed in the order a baton is passed', async () => {
  const { body } = await baton.call(ann, 'GET', '/availability/next?people=ann,bo&from=2026-11-24T00:00:00Z')
  assert.deepEqual(body.items, [
    { handle: 'bo', at: '2026-11-24T03:30:00Z', until: '2026-11-24T11:30:00Z' },
    { handle: 'ann', at: '2026-11-24T09:00:00Z', until: '2026-11-24T17:00:00Z' },
  ])
  const missing = await baton.call(ann, 'GET', '/availability/next?people=ann,nobody')
  assert.deepEqual([missing.status, missing.body.errors[0].path], [404, 'people.1'])
  assert.equal((await baton.call(ann, 'GET', '/availability/next?people=')).status, 422)
})

test('nothing of this was an error', () => {
  assert.deepEqual(baton.faults, [])
})
