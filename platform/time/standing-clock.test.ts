import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standingClock } from './standing-clock.ts'

test('a standing clock stays where it is put, and where it stands no two readings are one', () => {
  const clock = standingClock('2026-11-17T17:00:00Z')
  clock.set('2026-11-17T17:04:00Z')
  const read = () => clock.now().toString()
  assert.deepEqual([read(), read()], ['2026-11-17T17:04:00Z', '2026-11-17T17:04:00Z'])
  clock.stand()
  assert.deepEqual([read(), read()], ['2026-11-17T17:04:00.001Z', '2026-11-17T17:04:00.002Z'])
  clock.set('2026-11-17T17:05:00Z')
  assert.equal(read(), '2026-11-17T17:05:00Z')
})
