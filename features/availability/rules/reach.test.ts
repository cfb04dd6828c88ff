import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { Calendar } from '../contract/calendar.ts'
import {
  away,
  firstOpen,
  firstWorked,
  isOpen,
  isWorking,
  lastWorkedBefore,
  localDateAt,
  localDateWorked,
  open,
  openTimeBetween,
  openUntil,
  working,
  zoneAt,
} from './reach.ts'
import { type Resolved, resolve } from './resolve.ts'

type Fields = Partial<z.input<typeof Calendar>>

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number | null): string | null =>
  instant === null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toString().replace(':00Z', 'Z')
const spans = (list: readonly { start: number; end: number }[]): string[] => list.map(({ start, end }) => `${iso(start)} ${iso(end)}`)

/** Somebody in Lisbon who works on Mondays, nine to five with an hour off at one; 2026-11-23 is a Monday. */
const person = (fields: Fields = {}): Resolved =>
  resolve(
    Calendar.parse({
      timeZone: 'Europe/Lisbon',
      weekly: {
        1: [
          ['09:00', '13:00'],
          ['14:00', '17:00'],
        ],
      },
      ...fields,
    }),
  )
const focused = person({ focus: { weekly: { 1: [['09:00', '11:00']] } } })

test('work begins with its first moment and ends before its last', () => {
  const r = person()
  assert.deepEqual(
    ['08:59:59.999', '09:00', '12:59:59.999', '13:00', '14:00', '17:00'].map((time) => isWorking(r, ms(`2026-11-23T${time}Z`))),
    [false, true, true, false, true, false],
  )
})

test('somebody in focus works and is not open', () => {
  assert.deepEqual([isWorking(focused, ms('2026-11-23T10:00Z')), isOpen(focused, ms('2026-11-23T10:00Z'))], [true, false])
  assert.equal(isOpen(focused, ms('2026-11-23T11:00Z')), true)
})

test('focus off work opens nothing', () => {
  const r = person({ focus: { weekly: { 1: [['17:00', '20:00']] } } })
  assert.equal(isWorking(r, ms('2026-11-23T18:00Z')), false)
})

test('overrides change working hours, never focus', () => {
  const r = person({ overrides: { '2026-11-23': [['08:00', '20:00']] }, focus: { weekly: { 1: [['09:00', '11:00']] } } })
  assert.deepEqual(spans(open(r, ms('2026-11-23T00:00Z'), ms('2026-11-24T00:00Z'))), [
    '2026-11-23T08:00Z 2026-11-23T09:00Z',
    '2026-11-23T11:00Z 2026-11-23T20:00Z',
  ])
})

test('an absence of dates lasts from the first midnight to the last', () => {
  const r = resolve(Calendar.parse({ timeZone: 'Asia/Tokyo', weekly: {}, away: [{ from: '2026-11-23', to: '2026-11-24' }] }))
  assert.deepEqual(spans(away(r, ms('2026-11-01T00:00Z'), ms('2026-12-01T00:00Z'))), ['2026-11-22T15:00Z 2026-11-24T15:00Z'])
})

test('an absence that travels begins in one zone and ends in the other', () => {
  const r = resolve(
    Calendar.parse({
      timeZone: 'Europe/Lisbon',
      weekly: {},
      travel: [{ from: '2026-11-24', timeZone: 'Asia/Tokyo' }],
      away: [{ from: '2026-11-23', to: '2026-11-24' }],
    }),
  )
  assert.deepEqual(spans(away(r, ms('2026-11-01T00:00Z'), ms('2026-12-01T00:00Z'))), ['2026-11-23T00:00Z 2026-11-24T15:00Z'])
})

test('absences that overlap are listed as one, cut to the range', () => {
  const r = person({
    away: [
      { from: '2026-11-23', to: '2026-11-24' },
      { start: '2026-11-24T12:00:00Z', end: '2026-11-26T12:00:00Z' },
    ],
  })
  assert.deepEqual(spans(away(r, ms('2026-11-23T12:00Z'), ms('2026-12-01T00:00Z'))), ['2026-11-23T12:00Z 2026-11-26T12:00Z'])
})

test('an open stretch runs on where one interval touches the next', () => {
  const r = person({
    weekly: {
      1: [
        ['09:00', '13:00'],
        ['13:00', '24:00'],
      ],
      2: [['00:00', '03:00']],
    },
  })
  assert.equal(iso(openUntil(r, ms('2026-11-23T10:00Z'))), '2026-11-24T03:00Z')
})

test('an open stretch of weeks ends where an absence begins', () => {
  const weekly = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00'] as [string, string]]]))
  const r = person({ weekly, away: [{ from: '2026-12-24', to: '2026-12-26' }] })
  assert.equal(iso(openUntil(r, ms('2026-11-23T10:00Z'))), '2026-12-24T00:00Z')
})

test('an open stretch without end is followed for a year', () => {
  const always = resolve(
    Calendar.parse({ timeZone: 'UTC', weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])) }),
  )
  assert.equal(iso(openUntil(always, ms('2026-11-23T10:00Z'))), '2027-11-24T10:00Z')
  assert.equal(openUntil(person(), ms('2026-11-23T13:00Z')), null)
})

test('the first open instant is now, or after the focus, or after the weekend', () => {
  assert.equal(iso(firstOpen(focused, ms('2026-11-23T12:00Z'))), '2026-11-23T12:00Z')
  assert.equal(iso(firstOpen(focused, ms('2026-11-23T09:30Z'))), '2026-11-23T11:00Z')
  assert.equal(iso(firstOpen(focused, ms('2026-11-23T17:00Z'))), '2026-11-30T11:00Z')
})

test('the first worked instant heeds no focus', () => {
  assert.equal(iso(firstWorked(focused, ms('2026-11-23T09:30Z'))), '2026-11-23T09:30Z')
})

test('the last work before an instant reaches up to it or to where work ended', () => {
  assert.equal(iso(lastWorkedBefore(person(), ms('2026-11-23T10:00Z'))), '2026-11-23T10:00Z')
  assert.equal(iso(lastWorkedBefore(person(), ms('2026-11-23T09:00Z'))), '2026-11-16T17:00Z')
  assert.equal(iso(lastWorkedBefore(person(), ms('2026-11-29T10:00Z'))), '2026-11-23T17:00Z')
})

test('nobody without hours worked before, or will', () => {
  const r = person({ weekly: {} })
  assert.deepEqual(
    [lastWorkedBefore(r, ms('2026-11-23T10:00Z')), firstWorked(r, ms('2026-11-23T10:00Z')), firstOpen(r, ms('2026-11-23T10:00Z'))],
    [null, null, null],
  )
})

test('a search back ends a year ago, its last moment included', () => {
  const r = resolve(Calendar.parse({ timeZone: 'UTC', weekly: {}, overrides: { '2025-11-22': [['09:00', '17:00']] } }))
  assert.equal(iso(lastWorkedBefore(r, ms('2026-11-23T17:00Z'))), '2025-11-22T17:00Z')
  assert.equal(lastWorkedBefore(r, ms('2026-11-23T17:00:00.001Z')), null)
})

test('open time is counted without breaks, focus and nights', () => {
  assert.equal(openTimeBetween(focused, ms('2026-11-23T00:00Z'), ms('2026-12-01T00:00Z')) / 3_600_000, 10)
  assert.equal(openTimeBetween(focused, ms('2026-11-23T16:00Z'), ms('2026-11-23T10:00Z')), 0)
})

test('an hour that comes twice is worked twice', () => {
  const r = resolve(Calendar.parse({ timeZone: 'Europe/Lisbon', weekly: { 7: [['00:00', '04:00']] } }))
  assert.deepEqual(spans(working(r, ms('2026-10-24T12:00Z'), ms('2026-10-25T12:00Z'))), ['2026-10-24T23:00Z 2026-10-25T04:00Z'])
})

test('an interval that a clock change leaves empty is dropped', () => {
  const r = resolve(
    Calendar.parse({
      timeZone: 'America/New_York',
      weekly: {
        7: [
          ['02:30', '03:00'],
          ['10:00', '11:00'],
        ],
      },
    }),
  )
  assert.deepEqual(spans(working(r, ms('2026-03-08T00:00Z'), ms('2026-03-09T00:00Z'))), ['2026-03-08T14:00Z 2026-03-08T15:00Z'])
})

test('intervals that a clock change lays over each other are one', () => {
  const r = resolve(
    Calendar.parse({
      timeZone: 'America/New_York',
      weekly: {
        7: [
          ['02:00', '02:45'],
          ['03:00', '04:00'],
        ],
      },
    }),
  )
  assert.deepEqual(spans(working(r, ms('2026-03-08T00:00Z'), ms('2026-03-09T00:00Z'))), ['2026-03-08T07:00Z 2026-03-08T08:00Z'])
})

test('a date that a zone never had is not worked', () => {
  const r = resolve(
    Calendar.parse({ timeZone: 'Pacific/Apia', weekly: { 4: [['09:00', '10:00']], 5: [['09:00', '10:00']], 6: [['09:00', '10:00']] } }),
  )
  assert.deepEqual(spans(working(r, ms('2011-12-29T00:00Z'), ms('2012-01-01T00:00Z'))), [
    '2011-12-29T19:00Z 2011-12-29T20:00Z',
    '2011-12-30T19:00Z 2011-12-30T20:00Z',
  ])
})

test('lists are cut to their range and leave out what only touches it', () => {
  assert.deepEqual(spans(working(person(), ms('2026-11-23T10:00Z'), ms('2026-11-23T14:00Z'))), ['2026-11-23T10:00Z 2026-11-23T13:00Z'])
  assert.deepEqual(working(person(), ms('2026-11-23T14:00Z'), ms('2026-11-23T10:00Z')), [])
})

test('a list over weeks keeps whole what the slices of the timeline cut', () => {
  const r = person({ weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]])) })
  assert.deepEqual(spans(working(r, ms('2026-01-01T00:00Z'), ms('2026-12-31T00:00Z'))), ['2026-01-01T00:00Z 2026-12-31T00:00Z'])
})

test('a worked instant belongs to the date its interval begins on', () => {
  const r = person({ weekly: { 1: [['20:00', '02:00']] } })
  assert.equal(localDateWorked(r, ms('2026-11-24T01:00Z')), '2026-11-23')
  assert.equal(localDateWorked(r, ms('2026-11-24T02:00Z')), null)
})

test('the date and zone of an instant are those of the person’s day, worked or not', () => {
  const r = person({ timeZone: 'Asia/Tokyo', travel: [{ from: '2026-11-25', timeZone: 'Europe/Lisbon' }] })
  assert.deepEqual([localDateAt(r, ms('2026-11-23T16:00Z')), zoneAt(r, ms('2026-11-23T16:00Z'))], ['2026-11-24', 'Asia/Tokyo'])
  assert.deepEqual([localDateAt(r, ms('2026-11-24T23:00Z')), zoneAt(r, ms('2026-11-24T23:00Z'))], ['2026-11-24', 'Asia/Tokyo'])
  assert.deepEqual([localDateAt(r, ms('2026-11-25T00:00Z')), zoneAt(r, ms('2026-11-25T00:00Z'))], ['2026-11-25', 'Europe/Lisbon'])
})

test('the moment work ends is shown in the zone it was worked in', () => {
  const r = resolve(
    Calendar.parse({
      timeZone: 'Europe/Lisbon',
      weekly: { 1: [['09:00', '17:00']] },
      travel: [{ from: '2026-11-24', timeZone: 'Asia/Tokyo' }],
    }),
  )
  assert.equal(zoneAt(r, ms('2026-11-23T16:00Z')), 'Europe/Lisbon')
  assert.equal(zoneAt(r, ms('2026-11-23T17:00Z')), 'Europe/Lisbon')
  assert.equal(zoneAt(r, ms('2026-11-23T17:00:00.001Z')), 'Asia/Tokyo')
})
