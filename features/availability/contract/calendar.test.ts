import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Failure } from '#platform/contract/failure.ts'
import { parsed } from '#platform/contract/parsed.ts'
import { Calendar, NeededBy, defaultCalendar } from './calendar.ts'

const refusals = (fields: object): string[] => {
  const read = Calendar.safeParse({ timeZone: 'Europe/Lisbon', weekly: {}, ...fields })
  return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
}
const many = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index))
const halfHour = (index: number) => [`${String(index).padStart(2, '0')}:00`, `${String(index).padStart(2, '0')}:30`]
const day = (index: number): string => Temporal.PlainDate.from('2026-01-01').add({ days: index }).toString()

test('a calendar as written in the documentation is kept as it is', () => {
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
  assert.deepEqual(Calendar.parse(whole), whole)
})

test('what is left out takes its default', () => {
  assert.deepEqual(Calendar.parse({ timeZone: 'UTC', weekly: {} }), {
    timeZone: 'UTC',
    weekly: {},
    travel: [],
    overrides: {},
    away: [],
    focus: { weekly: {}, blocks: [] },
    deliveries: ['start', '16:00'],
    urgentOutside: false,
  })
})

test('no deliveries is not the same as deliveries left out', () => {
  assert.deepEqual(Calendar.parse({ timeZone: 'UTC', weekly: {}, deliveries: [] }).deliveries, [])
})

test('time zone and weekly hours must be given', () => {
  assert.deepEqual(
    Calendar.safeParse({}).error?.issues.map(({ path }) => path.join('.')),
    ['timeZone', 'weekly'],
  )
})

test('a new person works Monday to Friday, nine to five', () => {
  const { timeZone, weekly, deliveries } = defaultCalendar('Asia/Kolkata')
  assert.deepEqual(
    [timeZone, Object.keys(weekly), weekly['5'], deliveries],
    ['Asia/Kolkata', ['1', '2', '3', '4', '5'], [['09:00', '17:00']], ['start', '16:00']],
  )
})

test('zones are names: offsets and unknown ones are refused, aliases and UTC are fine', () => {
  for (const timeZone of ['+02:00', '-0300', 'UTC+2', 'Mars/Olympus', '', 'T00+02', 'Z', '2026-01-01[Europe/Lisbon]', 7])
    assert.deepEqual(refusals({ timeZone }), ['timeZone'])
  for (const timeZone of ['UTC', 'Asia/Calcutta', 'US/Eastern', 'Europe/Lisbon', 'Etc/GMT+5']) assert.deepEqual(refusals({ timeZone }), [])
})

test('zones are kept as they are written by name, aliases included', () => {
  const zones = ['europe/lisbon', 'utc', 'Asia/Calcutta'].map((timeZone) => Calendar.parse({ timeZone, weekly: {} }).timeZone)
  assert.deepEqual(zones, ['Europe/Lisbon', 'UTC', 'Asia/Calcutta'])
})

test('a journey needs a zone too', () => {
  assert.deepEqual(refusals({ travel: [{ from: '2026-12-01', timeZone: '+09:00' }] }), ['travel.0.timeZone'])
})

test('times are between 00:00 and 23:59, and 24:00 only ends', () => {
  assert.deepEqual(refusals({ weekly: { 1: [['25:00', '26:00']] } }), ['weekly.1.0.0', 'weekly.1.0.1'])
  assert.deepEqual(refusals({ weekly: { 1: [['24:00', '02:00']] } }), ['weekly.1.0.0'])
  assert.deepEqual(refusals({ weekly: { 1: [['9:00', '17:00:00']] } }), ['weekly.1.0.0', 'weekly.1.0.1'])
  assert.deepEqual(refusals({ weekly: { 1: [['18:00', '24:00']] } }), [])
  assert.deepEqual(refusals({ weekly: { 1: [['18:00', '24:01']] } }), ['weekly.1.0.1'])
})

test('an interval has a start and an end', () => {
  assert.deepEqual(refusals({ weekly: { 1: [['09:00']] } }), ['weekly.1.0'])
  assert.deepEqual(refusals({ weekly: { 1: [['09:00', '12:00', '13:00']] } }), ['weekly.1.0'])
})

test('weekdays are 1 to 7', () => {
  assert.deepEqual(refusals({ weekly: { 8: [] } }), ['weekly.8'])
  assert.deepEqual(refusals({ weekly: { 0: [] }, focus: { weekly: { mon: [] } } }), ['weekly.0', 'focus.weekly.mon'])
})

test('dates are real ones', () => {
  assert.deepEqual(refusals({ overrides: { '2026-02-29': [] } }), ['overrides.2026-02-29'])
  assert.deepEqual(refusals({ overrides: { '2028-02-29': [] } }), [])
  assert.ok(refusals({ away: [{ from: '2026-02-30', to: '2026-03-01' }] }).includes('away.0.from'))
})

test('intervals of one date must not overlap', () => {
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['09:00', '13:00'],
          ['12:00', '17:00'],
        ],
      },
    }),
    ['weekly.1.1'],
  )
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['12:00', '17:00'],
          ['09:00', '13:00'],
        ],
      },
    }),
    ['weekly.1.0'],
  )
  assert.deepEqual(
    refusals({
      overrides: {
        '2026-12-24': [
          ['09:00', '13:00'],
          ['09:00', '13:00'],
        ],
      },
    }),
    ['overrides.2026-12-24.1'],
  )
  assert.deepEqual(
    refusals({
      focus: {
        weekly: {
          1: [
            ['09:00', '13:00'],
            ['10:00', '11:00'],
          ],
        },
      },
    }),
    ['focus.weekly.1.1'],
  )
})

test('an interval through midnight overlaps what begins later that date, not what began in its small hours', () => {
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['20:00', '02:00'],
          ['22:00', '23:00'],
        ],
      },
    }),
    ['weekly.1.1'],
  )
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['20:00', '02:00'],
          ['01:00', '03:00'],
        ],
      },
    }),
    [],
  )
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['09:00', '09:00'],
          ['18:00', '19:00'],
        ],
      },
    }),
    ['weekly.1.1'],
  )
})

test('intervals may touch, and may stand in any order', () => {
  assert.deepEqual(
    refusals({
      weekly: {
        1: [
          ['13:00', '17:00'],
          ['09:00', '13:00'],
        ],
      },
    }),
    [],
  )
})

test('an absence is given by dates or by instants, forwards', () => {
  assert.deepEqual(refusals({ away: [{ from: '2026-12-25', to: '2026-12-24' }] }), ['away.0.from'])
  assert.deepEqual(refusals({ away: [{ from: '2026-12-25', to: '2026-12-25' }] }), [])
  assert.deepEqual(refusals({ away: [{ start: '2026-12-25T10:00:00Z', end: '2026-12-25T10:00:00Z' }] }), ['away.0.start'])
  assert.deepEqual(refusals({ away: [{ from: '2026-12-25', end: '2026-12-25T10:00:00Z' }] }), ['away.0'])
  assert.deepEqual(refusals({ away: [{ from: '2026-12-24', to: '2026-12-25', cover: 'No Such Name' }] }), ['away.0.cover'])
})

test('a focus block runs forwards, whatever its offsets', () => {
  assert.deepEqual(refusals({ focus: { blocks: [{ start: '2026-12-04T10:00:00+02:00', end: '2026-12-04T09:00:00Z' }] } }), [])
  assert.deepEqual(refusals({ focus: { blocks: [{ start: '2026-12-04T10:00:00Z', end: '2026-12-04T11:00:00+02:00' }] } }), [
    'focus.blocks.0.start',
  ])
  assert.deepEqual(refusals({ focus: { blocks: [{ start: '2026-12-04T10:00:00', end: '2026-12-04T11:00:00Z' }] } }), [
    'focus.blocks.0.start',
  ])
})

test('instants are kept in UTC', () => {
  const { away } = Calendar.parse({
    timeZone: 'UTC',
    weekly: {},
    away: [{ start: '2026-12-03T10:00:00+01:00', end: '2026-12-03T12:00:00.5Z' }],
  })
  assert.deepEqual(away, [{ start: '2026-12-03T09:00:00Z', end: '2026-12-03T12:00:00.5Z' }])
})

test('two journeys must not begin on one date', () => {
  const travel = ['Asia/Tokyo', 'UTC'].map((timeZone) => ({ from: '2026-12-01', timeZone }))
  assert.deepEqual(refusals({ travel }), ['travel.1.from'])
})

test('fields that nobody knows are refused wherever they stand', () => {
  const unknown = [
    { zone: 1 },
    { travel: [{ from: '2026-12-01', timeZone: 'UTC', to: 'x' }] },
    { away: [{ from: '2026-12-01', to: '2026-12-02', why: 'x' }] },
    { focus: { daily: [] } },
  ]
  for (const fields of unknown) {
    const parsed = Calendar.safeParse({ timeZone: 'UTC', weekly: {}, ...fields })
    assert.deepEqual(
      parsed.error?.issues.map(({ code }) => code),
      ['unrecognized_keys'],
    )
  }
})

test('deliveries are the start of the day or times', () => {
  assert.deepEqual(refusals({ deliveries: ['start', '00:00', '23:59'] }), [])
  assert.deepEqual(refusals({ deliveries: ['24:00', 'end', '7:00'] }), ['deliveries.0', 'deliveries.1', 'deliveries.2'])
})

test('each list has its limit', () => {
  assert.deepEqual(refusals({ weekly: { 1: many(12, halfHour) } }), [])
  assert.deepEqual(refusals({ weekly: { 1: many(13, halfHour) } }), ['weekly.1'])
  assert.deepEqual(refusals({ overrides: Object.fromEntries(many(400, (index) => [day(index), []])) }), [])
  assert.deepEqual(refusals({ overrides: Object.fromEntries(many(401, (index) => [day(index), []])) }), ['overrides'])
  assert.deepEqual(refusals({ away: many(100, (index) => ({ from: day(index), to: day(index) })) }), [])
  assert.deepEqual(refusals({ away: many(101, (index) => ({ from: day(index), to: day(index) })) }), ['away'])
  const block = { start: '2026-12-04T10:00:00Z', end: '2026-12-04T11:00:00Z' }
  assert.deepEqual(refusals({ focus: { blocks: many(200, () => block) } }), [])
  assert.deepEqual(refusals({ focus: { blocks: many(201, () => block) } }), ['focus.blocks'])
  assert.deepEqual(refusals({ travel: many(50, (index) => ({ from: day(index), timeZone: 'UTC' })) }), [])
  assert.deepEqual(refusals({ travel: many(51, (index) => ({ from: day(index), timeZone: 'UTC' })) }), ['travel'])
})

test('every refusal says what to do', () => {
  const given = { timeZone: '+02:00', weekly: { 9: [], 1: [['25:00', '09:00']] }, overrides: { soon: [] }, away: [{}] }
  assert.throws(
    () => parsed(Calendar, given),
    (failure) => {
      assert.ok(failure instanceof Failure)
      const said = (failure.details.errors ?? []).map(({ message }) => message())
      for (const message of said) assert.match(message, /^(Use|Write|Weekdays are)/)
      assert.equal(said.length, 5)
      return true
    },
  )
})

test('an answer is needed within working days, on a date, at an instant or whenever', () => {
  for (const neededBy of [{ in: 0 }, { in: 250 }, { on: '2026-12-01' }, { at: '2026-12-01T10:00:00+01:00' }, 'whenever'])
    assert.ok(NeededBy.safeParse(neededBy).success)
  for (const neededBy of [{}, { in: 1, on: '2026-12-01' }, { in: '1' }, { on: '2026-02-30' }, { at: 'noon' }, 'soon', 3, null])
    assert.ok(!NeededBy.safeParse(neededBy).success)
})

test('working days are counted from 0 to 250, whole', () => {
  for (const days of [-1, 251, 1.5])
    assert.deepEqual(
      NeededBy.safeParse({ in: days }).error?.issues.map(({ path, message }) => [path.join('.'), message]),
      [['in', 'Use 0 to 250 working days']],
    )
})
