import assert from 'node:assert/strict'
import { test } from 'node:test'
import { snoozeTimes } from './snooze-times.ts'

const zone = 'Europe/Lisbon'
const day = (date: string) => ({ start: `${date}T08:00:00Z`, end: `${date}T16:00:00Z` })
const working = ['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'].map(day)

test('what is put off comes back later today, on the next working day and on the first of the coming week', () => {
  const times = snoozeTimes(working, { zone, now: '2026-11-19T10:00:00Z' })
  assert.deepEqual(times, { laterToday: '2026-11-19T13:00:00Z', nextDay: '2026-11-20T08:00:00Z', nextWeek: '2026-11-24T08:00:00Z' })
})

test('late in the day there is no later today, and before a weekend the next day is after it', () => {
  const times = snoozeTimes(working, { zone, now: '2026-11-20T14:00:00Z' })
  assert.deepEqual(times, { laterToday: null, nextDay: '2026-11-24T08:00:00Z', nextWeek: '2026-11-24T08:00:00Z' })
})

test('where no working days are known it is nine o’clock', () => {
  const times = snoozeTimes([], { zone, now: '2026-11-19T10:00:00Z' })
  assert.deepEqual(times, { laterToday: null, nextDay: '2026-11-20T09:00:00Z', nextWeek: '2026-11-23T09:00:00Z' })
})
