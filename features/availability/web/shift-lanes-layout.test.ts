import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeOf, twoWeeks } from './shift-lanes-layout.ts'

test('two weeks begin with the Monday of the week, by the reader’s clocks', () => {
  const { start, end, days } = twoWeeks('2026-11-22T23:30:00Z', { zone: 'Asia/Tokyo', weeks: 0 })
  assert.deepEqual([start, end, days.length], ['2026-11-22T15:00:00Z', '2026-12-06T15:00:00Z', 14])
  assert.equal(twoWeeks('2026-11-22T23:30:00Z', { zone: 'Europe/Lisbon', weeks: 2 }).start, '2026-11-30T00:00:00Z')
})

test('over a change of the clocks the two weeks have an hour less, and every day begins at midnight', () => {
  const { start, end, days } = twoWeeks('2027-03-24T12:00:00Z', { zone: 'Europe/Lisbon', weeks: 0 })
  assert.equal((Date.parse(end) - Date.parse(start)) / 3_600_000, 335)
  assert.deepEqual(days.slice(6, 8), ['2027-03-28T00:00:00Z', '2027-03-28T23:00:00Z'])
})

test('a shift stands where it lies, cut at the edges', () => {
  const range = { start: '2026-11-23T00:00:00Z', end: '2026-12-07T00:00:00Z' }
  assert.deepEqual(placeOf({ start: '2026-11-23T00:00:00Z', end: '2026-11-30T00:00:00Z' }, range), { left: 0, width: 50 })
  assert.deepEqual(placeOf({ start: '2026-11-16T00:00:00Z', end: '2026-12-31T00:00:00Z' }, range), { left: 0, width: 100 })
  assert.equal(placeOf({ start: '2026-12-07T00:00:00Z', end: '2026-12-08T00:00:00Z' }, range), null)
})
