import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDuration, formatFromNow, formatList } from './format-span.ts'
import {
  formatDate,
  formatDateTime,
  formatHour,
  formatLongDate,
  formatNearDay,
  formatRange,
  formatSoon,
  formatTheirs,
  formatThere,
  formatTime,
} from './format-time.ts'
import { hoursAhead, localHour } from './moment.ts'
import { zoneCity } from './zone-city.ts'

const now = '2026-11-17T17:04:00Z'
const john = { zone: 'America/Sao_Paulo', now }

test('times are told in the zone that is asked for', () => {
  assert.equal(formatTime(now, john), '14:04')
  assert.equal(formatTime(now, { zone: 'Asia/Tokyo' }), '02:04')
  assert.equal(formatTime(Temporal.Instant.from(now), { zone: 'Asia/Kolkata' }), '22:34')
})

test('midnight is 00:00', () => {
  assert.equal(formatTime('2026-11-17T03:00:00Z', john), '00:00')
})

test('dates carry their weekday, and a year only when it is another', () => {
  assert.equal(formatDate('2026-11-19T16:00:00Z', john), 'Thu 19 Nov')
  assert.equal(formatDateTime('2026-11-19T16:00:00Z', john), 'Thu 19 Nov, 13:00')
  assert.equal(formatDateTime('2019-03-04T16:00:00Z', john), 'Mon 4 Mar 2019, 13:00')
  assert.equal(formatLongDate(now, john), 'Tuesday 17 November')
})

test('what happens in the day of another is told by their weekday and clock, never by today or tomorrow', () => {
  const kenji = { zone: 'Asia/Tokyo', now }
  assert.equal(formatTheirs('2026-11-18T00:00:00Z', kenji), 'Wed 09:00 their time')
  assert.equal(formatTheirs('2026-11-19T08:00:00Z', kenji), 'Thu 17:00 their time')
  assert.equal(formatTheirs('2026-11-26T08:00:00Z', kenji), 'Thu 26 Nov, 17:00 their time')
  assert.equal(formatThere('2026-11-17T08:10:00Z', kenji), 'Tue 17:10')
})

test('near times are named by their day, of the reader', () => {
  assert.equal(formatSoon('2026-11-17T21:00:00Z', john), 'today 18:00')
  assert.equal(formatSoon('2026-11-18T02:59:00Z', john), 'today 23:59')
  assert.equal(formatSoon('2026-11-18T03:00:00Z', john), 'tomorrow 00:00')
  assert.equal(formatSoon('2026-11-16T18:00:00Z', john), 'yesterday 15:00')
  assert.equal(formatSoon('2026-11-20T20:00:00Z', john), 'Fri 17:00')
  assert.equal(formatSoon('2026-11-26T20:00:00Z', john), 'Thu 26 Nov, 17:00')
  assert.equal(formatNearDay('2026-11-19T16:00:00Z', john), 'Thursday')
})

test('distance is said in one unit', () => {
  assert.equal(formatFromNow('2026-11-18T00:00:00Z', now), 'in 7 h')
  assert.equal(formatFromNow('2026-11-17T17:30:00Z', now), 'in 26 min')
  assert.equal(formatFromNow('2026-11-20T17:04:00Z', now), 'in 3 days')
  assert.equal(formatFromNow('2026-11-17T12:04:00Z', now), '5 h ago')
  assert.equal(formatFromNow(now, now), 'now')
})

test('durations are said whole', () => {
  assert.deepEqual([5, 60, 90, 2100, 4320].map(formatDuration), ['5 min', '1 h', '1 h 30 min', '35 h', '3 days'])
})

test('ranges, hours of an axis and lists', () => {
  assert.equal(formatRange('2026-11-17T12:00:00Z', '2026-11-17T21:00:00Z', john), '09:00–18:00')
  assert.deepEqual([0, 9.5, 17.999, 24, 25].map(formatHour), ['00:00', '09:30', '18:00', '24:00', '01:00'])
  assert.equal(formatList(['Ann', 'Kenji', 'Priya']), 'Ann, Kenji and Priya')
})

test('the distance between two zones keeps halves and quarters of an hour', () => {
  assert.equal(hoursAhead(now, 'Asia/Kolkata', 'America/Sao_Paulo'), 8.5)
  assert.equal(hoursAhead(now, 'Asia/Kathmandu', 'UTC'), 5.75)
  assert.equal(localHour('2026-11-17T17:15:00Z', 'America/Sao_Paulo'), 14.25)
})

test('a zone is called by its city', () => {
  assert.deepEqual(['America/Sao_Paulo', 'America/New_York', 'UTC'].map(zoneCity), ['São Paulo', 'New York', 'UTC'])
})
