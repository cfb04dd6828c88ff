import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Calendar, type NeededBy, defaultCalendar } from '../contract/calendar.ts'
import { dueTodayAt, expiresAt, wasMovedByADay } from './ask-times.ts'
import { type Resolved, resolve } from './resolve.ts'

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number | null): string | null =>
  instant === null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toString().replace(':00Z', 'Z')

/* Nine to five in Lisbon, Monday to Friday; 2026-11-23 is a Monday. */
const lisbon = resolve(defaultCalendar('Europe/Lisbon'))
const person = (fields: object): Resolved => resolve(Calendar.parse({ ...defaultCalendar('Europe/Lisbon'), ...fields }))
const hours = (...list: [string, string][]) => ({ weekly: { 1: list, 2: list, 3: list, 4: list, 5: list } })

type Times = [due: string | null, deliveredAt: string | null]
const time = (instant: string | null): number | null => (instant === null ? null : ms(instant))
const expiry = (r: Resolved, [due, deliveredAt]: Times, neededBy: NeededBy = { in: 1 }): string | null =>
  iso(expiresAt(r, { at: ms('2026-11-23T08:00Z'), due: time(due), neededBy, deliveredAt: time(deliveredAt) }))
const dueToday = (r: Resolved, [due, deliveredAt]: Times, neededBy: NeededBy = { in: 1 }): string | null =>
  iso(dueTodayAt(r, { due: time(due), neededBy, deliveredAt: time(deliveredAt) }))
const instant: NeededBy = { at: '2026-11-25T12:00:00Z' }

test('an ask expires at the end of the fifth working day after due', () => {
  assert.equal(expiry(lisbon, ['2026-11-27T17:00Z', '2026-11-23T09:00Z']), '2026-12-04T17:00Z')
})

test('absence after due does not count towards expiry', () => {
  const r = person({ away: [{ from: '2026-11-30', to: '2026-12-04' }] })
  assert.equal(expiry(r, ['2026-11-27T17:00Z', '2026-11-23T09:00Z']), '2026-12-11T17:00Z')
})

test('an instant before work belongs to the working day before', () => {
  assert.equal(expiry(lisbon, ['2026-11-25T08:00Z', '2026-11-23T09:00Z'], instant), '2026-12-01T17:00Z')
  assert.equal(expiry(lisbon, ['2026-11-25T12:00Z', '2026-11-23T09:00Z'], instant), '2026-12-02T17:00Z')
})

test('whoever works around the clock is due at the end of one date, not in the next', () => {
  const r = person(hours(['00:00', '24:00']))
  assert.equal(expiry(r, ['2026-11-25T00:00Z', '2026-11-23T09:00Z']), '2026-12-02T00:00Z')
})

test('without a due an ask expires at the end of the twentieth working day after delivery', () => {
  assert.equal(expiry(lisbon, [null, '2026-11-23T09:00Z'], 'whenever'), '2026-12-21T17:00Z')
  assert.equal(expiry(lisbon, [null, '2026-11-22T03:00Z'], 'whenever'), '2026-12-18T17:00Z')
})

test('an undelivered ask without a due expires 400 days after sending', () => {
  assert.equal(expiry(lisbon, [null, null], 'whenever'), '2027-12-28T08:00Z')
})

test('an ask to somebody who stops working expires 400 days after due', () => {
  const r = person({ away: [{ from: '2026-11-28', to: '2036-01-01' }] })
  assert.equal(expiry(r, ['2026-11-27T17:00Z', '2026-11-23T09:00Z']), '2028-01-01T17:00Z')
})

test('400 days are counted from sending when due is earlier', () => {
  const r = person({ weekly: {} })
  assert.equal(expiry(r, ['2026-11-22T17:00Z', null]), '2027-12-28T08:00Z')
})

test('the first working day after a due counts even when nothing was worked for a year before', () => {
  const r = person({
    weekly: {},
    overrides: Object.fromEntries(['01', '02', '03', '04', '05', '06'].map((day) => [`2026-12-${day}`, [['09:00', '10:00']]])),
  })
  assert.equal(expiry(r, ['2026-11-27T00:00Z', null], { on: '2026-11-26' }), '2026-12-05T10:00Z')
})

test('what was delivered earlier is listed once more on the day it is due', () => {
  assert.equal(dueToday(lisbon, ['2026-11-25T17:00Z', '2026-11-23T16:00Z']), '2026-11-25T09:00Z')
})

test('what was delivered that day is not', () => {
  assert.equal(dueToday(lisbon, ['2026-11-25T17:00Z', '2026-11-25T09:00Z']), null)
})

test('what interrupted in the small hours was delivered on the date they belong to', () => {
  assert.equal(dueToday(lisbon, ['2026-11-25T17:00Z', '2026-11-25T03:00Z']), null)
  assert.equal(dueToday(lisbon, ['2026-11-25T17:00Z', '2026-11-24T22:00Z']), '2026-11-25T09:00Z')
})

test('what has no due, or is not delivered, is never due today', () => {
  assert.equal(dueToday(lisbon, [null, '2026-11-23T16:00Z'], 'whenever'), null)
  assert.equal(dueToday(lisbon, ['2026-11-25T17:00Z', null]), null)
})

test('an instant is listed on the date last worked before it', () => {
  assert.equal(dueToday(lisbon, ['2026-11-25T09:00Z', '2026-11-23T16:00Z'], instant), '2026-11-24T09:00Z')
  assert.equal(dueToday(lisbon, ['2026-11-25T09:30Z', '2026-11-23T16:00Z'], instant), '2026-11-25T09:00Z')
  assert.equal(dueToday(lisbon, ['2026-11-29T12:00Z', '2026-11-23T16:00Z'], instant), '2026-11-27T09:00Z')
})

test('only the first digest time of the date counts, and only before due', () => {
  const r = person({ deliveries: ['13:00', '11:00'] })
  assert.equal(dueToday(r, ['2026-11-25T12:00Z', '2026-11-23T16:00Z'], instant), '2026-11-25T11:00Z')
  assert.equal(dueToday(r, ['2026-11-25T11:00Z', '2026-11-23T16:00Z'], instant), null)
})

test('a date due without a digest is not listed', () => {
  assert.equal(dueToday(person({ deliveries: [] }), ['2026-11-25T17:00Z', '2026-11-23T16:00Z']), null)
})

test('a night shift is due on the date it began', () => {
  const r = person({ ...hours(['20:00', '02:00']), deliveries: ['start', '01:00'] })
  assert.equal(dueToday(r, ['2026-11-26T02:00Z', '2026-11-25T01:00Z']), '2026-11-25T20:00Z')
})

test('of two dates worked at once the one that ends at due is meant', () => {
  const r = resolve(
    Calendar.parse({
      ...hours(['09:00', '17:00']),
      timeZone: 'Pacific/Honolulu',
      travel: [{ from: '2026-12-02', timeZone: 'Pacific/Tongatapu' }],
    }),
  )
  assert.equal(dueToday(r, ['2026-12-02T04:00Z', '2026-12-01T19:00Z']), '2026-12-01T20:00Z')
})

test('an instant at which one of two dates worked at once ends belongs to the earlier, which goes on', () => {
  const r = resolve(
    Calendar.parse({
      ...hours(['09:00', '17:00']),
      timeZone: 'Pacific/Honolulu',
      travel: [{ from: '2026-12-02', timeZone: 'Pacific/Tongatapu' }],
      overrides: { '2026-12-01': [['09:00', '20:00']] },
    }),
  )
  assert.equal(dueToday(r, ['2026-12-02T04:00Z', '2026-11-30T19:00Z'], { in: 1 }), '2026-12-01T20:00Z')
  assert.equal(dueToday(r, ['2026-12-02T04:00Z', '2026-11-30T19:00Z'], { at: '2026-12-02T04:00:00Z' }), '2026-12-01T19:00Z')
})

test('a due that moves to another working day is told', () => {
  assert.equal(wasMovedByADay(ms('2026-11-25T17:00Z'), ms('2026-11-26T17:00Z'), lisbon), true)
  assert.equal(wasMovedByADay(ms('2026-11-27T17:00Z'), ms('2026-11-30T10:00Z'), lisbon), true)
  assert.equal(wasMovedByADay(ms('2026-11-26T17:00Z'), ms('2026-11-25T17:00Z'), lisbon), true)
})

test('a due that moves within its day is not', () => {
  assert.equal(wasMovedByADay(ms('2026-11-25T17:00Z'), ms('2026-11-25T15:00Z'), lisbon), false)
  assert.equal(wasMovedByADay(ms('2026-11-25T17:00Z'), ms('2026-11-25T22:00Z'), lisbon), false)
})

test('a due that leaves a day now off is told when it moves by a day and night', () => {
  const r = person({ overrides: { '2026-11-25': [] } })
  assert.equal(wasMovedByADay(ms('2026-11-25T17:00Z'), ms('2026-11-24T17:00Z'), r), true)
  assert.equal(wasMovedByADay(ms('2026-11-25T16:00Z'), ms('2026-11-24T17:00Z'), r), false)
})

test('a due won or lost is told', () => {
  assert.equal(wasMovedByADay(null, ms('2026-11-25T17:00Z'), lisbon), true)
  assert.equal(wasMovedByADay(ms('2026-11-25T17:00Z'), null, lisbon), true)
  assert.equal(wasMovedByADay(null, null, lisbon), false)
})
