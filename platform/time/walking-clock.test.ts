import assert from 'node:assert/strict'
import { test } from 'node:test'
import { walkingClock } from './walking-clock.ts'

test('a walking clock stands where it is put until it walks, and never goes back', () => {
  const clock = walkingClock('2026-11-17T17:00:00Z')
  clock.set('2026-11-17T17:04:00Z')
  assert.equal(clock.now().toString(), '2026-11-17T17:04:00Z')
  clock.walk()
  const first = clock.now()
  assert.ok(Temporal.Instant.compare(first, '2026-11-17T17:04:00Z') >= 0)
  assert.ok(Temporal.Instant.compare(clock.now(), first) >= 0)
})
