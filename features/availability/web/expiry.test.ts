import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOf, expiryOf, lastDateOf } from './expiry.ts'

const now = Temporal.Instant.from('2026-11-17T17:04:00Z')
const zone = 'Asia/Tokyo'

test('a status for today ends with the day where its person is', () => {
  assert.equal(expiryOf('today', now, zone), '2026-11-18T15:00:00Z')
  assert.equal(expiryOf('tomorrow', now, zone), '2026-11-19T15:00:00Z')
})

test('a status for this week ends when Sunday does', () => {
  assert.equal(expiryOf('week', now, zone), '2026-11-22T15:00:00Z')
  assert.equal(expiryOf('week', Temporal.Instant.from('2026-11-22T10:00:00Z'), 'UTC'), '2026-11-23T00:00:00Z')
})

test('a status for an hour ends in an hour, one without an end does not', () => {
  assert.equal(expiryOf('hour', now, zone), '2026-11-17T18:04:00Z')
  assert.equal(expiryOf('off', now, zone), null)
})

test('the end of a date is said as that date again', () => {
  assert.equal(lastDateOf(endOf('2026-11-20', zone), zone), '2026-11-20')
  assert.equal(lastDateOf('2026-11-20T03:00:00Z', zone), '2026-11-20')
})
