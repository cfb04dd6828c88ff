import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolve } from '../../rules/resolve.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { aheadOf } from './ahead.ts'
import { differing, join, refusalOf } from './calendar-parts.ts'
import { columnsOfDates } from './date-columns.ts'
import { asUsual, awayOn, copyDay, everyWeek, thereOn, withBlocks } from './edits.ts'
import { factsOf } from './week-facts.ts'

const calendar: CalendarForm = {
  timeZone: 'Europe/Lisbon',
  travel: [{ from: '2026-12-17', timeZone: 'Asia/Tokyo' }],
  weekly: { 1: [['09:00', '17:00']], 4: [['09:00', '17:00']], 7: [['22:00', '03:00']] },
  overrides: {},
  away: [
    { from: '2026-12-18', to: '2026-12-20', cover: 'support' },
    { start: '2026-12-14T10:00:00Z', end: '2026-12-14T12:00:00Z', cover: 'bo' },
  ],
  focus: { weekly: { 1: [['09:00', '11:00']] }, blocks: [{ start: '2026-12-17T00:30:00Z', end: '2026-12-17T02:00:00Z' }] },
  deliveries: ['start', '16:00'],
  urgentOutside: false,
}
const r = resolve(calendar)
const at = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds

test('a date shows its own hours, what runs into it, and what is kept by instants in the clock of that date', () => {
  const columns = columnsOfDates(calendar, r, {
    first: '2026-12-14',
    today: '2026-12-15',
    now: at('2026-12-15T10:00:00Z'),
    marksOf: () => [],
  })
  const [monday, tuesday, , thursday, friday] = columns
  assert.deepEqual(monday?.tails, [{ kind: 'work', start: 0, end: 180, of: '2026-12-13', index: 0 }])
  assert.deepEqual(monday?.blocks.away, [{ start: 600, end: 720, entry: 1 }])
  assert.deepEqual(monday?.fixed, [{ kind: 'focus', start: 540, end: 660 }])
  assert.equal(tuesday?.now, 600)
  assert.deepEqual(thursday?.blocks.focus, [{ start: 570, end: 660, entry: 0 }])
  assert.deepEqual(friday?.fixed, [{ kind: 'away', start: 0, end: 1440 }])
})

test('hours that are drawn on a date are its own, until they are those of its weekday again', () => {
  const drawn = withBlocks(calendar, r, { key: '2026-12-24', kind: 'work', blocks: [{ start: 540, end: 720 }] })
  assert.deepEqual(drawn.overrides, { '2026-12-24': [['09:00', '12:00']] })
  assert.deepEqual(withBlocks(drawn, r, { key: '2026-12-24', kind: 'work', blocks: [{ start: 540, end: 1020 }] }).overrides, {})
  assert.deepEqual(withBlocks(calendar, r, { key: '2026-12-24', kind: 'work', blocks: [] }).overrides, { '2026-12-24': [] })
  assert.deepEqual(asUsual(drawn, '2026-12-24'), calendar)
  const every = everyWeek(drawn, '2026-12-24')
  assert.deepEqual([every.weekly['4'], every.overrides], [[['09:00', '12:00']], {}])
})

test('what is kept by instants moves with its cover, to other dates as well, and untouched it stays to the letter', () => {
  const moved = withBlocks(calendar, r, { key: '2026-12-17', kind: 'away', blocks: [{ start: 600, end: 720, entry: 1 }] })
  assert.deepEqual(moved.away[1], { start: '2026-12-17T01:00:00Z', end: '2026-12-17T03:00:00Z', cover: 'bo' })
  const added = withBlocks(calendar, r, {
    key: '2026-12-14',
    kind: 'away',
    blocks: [
      { start: 600, end: 720, entry: 1 },
      { start: 840, end: 900 },
    ],
  })
  assert.deepEqual(added.away, [...calendar.away, { start: '2026-12-14T14:00:00Z', end: '2026-12-14T15:00:00Z' }])
  assert.deepEqual(withBlocks(calendar, r, { key: '2026-12-14', kind: 'away', blocks: [] }).away, [calendar.away[0]])
  const later = withBlocks(calendar, r, { key: '2026-12-17', kind: 'focus', blocks: [{ start: 600, end: 660, entry: 0 }] })
  assert.deepEqual(later.focus.blocks, [{ start: '2026-12-17T01:00:00Z', end: '2026-12-17T02:00:00Z' }])
})

test('an absence grows by the day beside it, and a day within it is taken out with the same cover on both sides', () => {
  assert.deepEqual(awayOn(calendar, '2026-12-21').away[0], { from: '2026-12-18', to: '2026-12-21', cover: 'support' })
  assert.deepEqual(awayOn(calendar, '2026-12-17').away[0], { from: '2026-12-17', to: '2026-12-20', cover: 'support' })
  assert.deepEqual(awayOn(calendar, '2026-12-25').away.at(-1), { from: '2026-12-25', to: '2026-12-25' })
  assert.deepEqual(thereOn(calendar, '2026-12-19').away.slice(0, 2), [
    { from: '2026-12-18', to: '2026-12-18', cover: 'support' },
    { from: '2026-12-20', to: '2026-12-20', cover: 'support' },
  ])
})

test('a day is copied with its focus; a day without hours is copied as such', () => {
  const copied = copyDay(calendar, '1', ['2', '4'])
  assert.deepEqual([copied.weekly['2'], copied.focus.weekly['4']], [[['09:00', '17:00']], [['09:00', '11:00']]])
  assert.equal(copyDay(calendar, '3', ['1']).weekly['1'], undefined)
})

test('what differs is told in words: journeys, absences, single days, holidays and changes of the clock', () => {
  const own = { ...calendar, overrides: { '2026-12-16': [] } }
  const dates = ['2026-12-16', '2026-12-17', '2026-12-18', '2026-12-19']
  const holidays = new Map([['2026-12-16', 'Founders’ Day']])
  assert.deepEqual(
    factsOf(dates, { calendar: own, r, holidays }).map(({ date, text }) => `${date.slice(8)} ${text}`),
    [
      '16 Founders’ Day, from your file',
      '16 Off',
      '17 In Tokyo, 9 h ahead of home',
      '18 Away Fri 18 Dec to Sun 20 Dec, covered by support.',
      '18 ',
      '19 ',
      '19 ',
    ],
  )
  const home = { ...calendar, travel: [], away: [] }
  const clocks = ['2026-10-25', '2027-03-28']
  assert.deepEqual(
    factsOf(clocks, { calendar: home, r: resolve(home), holidays: new Map() }).map(({ text }) => text),
    ['Clocks go back 1 h at 02:00', 'Clocks go forward 1 h at 01:00'],
  )
})

test('changes of two devices come together part by part; what both changed is named', () => {
  const mine = { ...calendar, urgentOutside: true, deliveries: ['start'] }
  const theirs = { ...calendar, deliveries: ['16:00'], away: [] }
  const { calendar: joined, both } = join(calendar, mine, theirs)
  assert.deepEqual(both, ['deliveries'])
  assert.deepEqual(joined, { ...theirs, urgentOutside: true, deliveries: ['start'] })
  assert.deepEqual(
    differing(calendar, { ...calendar, weekly: { 7: [['22:00', '03:00']], 4: [['09:00', '17:00']], 1: [['09:00', '17:00']] } }),
    [],
  )
})

test('a day with more than twelve stretches is refused by name', () => {
  const hours = Array.from({ length: 13 }, (_, index): [string, string] => [
    `${String(index + 8).padStart(2, '0')}:00`,
    `${String(index + 8).padStart(2, '0')}:30`,
  ])
  assert.deepEqual(refusalOf({ ...calendar, weekly: { 3: hours } }), { day: '3' })
  assert.equal(refusalOf({ ...calendar, weekly: { 3: hours.slice(1) } }), null)
})

test('what comes next is reckoned from what stands on the page, by the clock of the place one is in then', () => {
  const now = at('2026-12-14T12:00:00Z')
  const { deliveries, comes, due, warning } = aheadOf({ ...calendar, away: [] }, now)
  assert.deepEqual(deliveries.map(({ at, zone }) => `${Temporal.Instant.fromEpochMilliseconds(at).toString()} ${zone}`).slice(0, 3), [
    '2026-12-14T16:00:00Z Europe/Lisbon',
    '2026-12-17T00:00:00Z Asia/Tokyo',
    '2026-12-17T07:00:00Z Asia/Tokyo',
  ])
  assert.equal(deliveries.length, 5)
  assert.deepEqual([comes?.at, due?.at, warning], [at('2026-12-14T16:00:00Z'), at('2026-12-17T08:00:00Z'), null])
})

test('hours by which nothing comes are told apart: none at all, away throughout, no deliveries', () => {
  const now = at('2026-12-14T12:00:00Z')
  assert.equal(aheadOf({ ...calendar, weekly: {} }, now).warning, 'never')
  assert.equal(aheadOf({ ...calendar, away: [{ from: '2026-12-01', to: '2028-01-01' }] }, now).warning, 'allAway')
  assert.equal(aheadOf({ ...calendar, deliveries: [] }, now).warning, 'noDigests')
})
