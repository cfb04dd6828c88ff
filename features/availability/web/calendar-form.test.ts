import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nextInterval, withHours } from './calendar-form.ts'

test('a weekday without hours is left out, a single day without hours is kept as free', () => {
  assert.deepEqual(withHours({ 1: [['09:00', '17:00']], 2: [['10:00', '12:00']] }, '1', { intervals: [] }), { 2: [['10:00', '12:00']] })
  assert.deepEqual(withHours({}, '2026-12-24', { intervals: [], keepEmpty: true }), { '2026-12-24': [] })
})

test('the next stretch begins an hour after the last', () => {
  assert.deepEqual(nextInterval([]), ['09:00', '17:00'])
  assert.deepEqual(nextInterval([['09:00', '12:30']]), ['13:00', '14:00'])
  assert.deepEqual(nextInterval([['20:00', '23:30']]), ['22:00', '23:00'])
})
