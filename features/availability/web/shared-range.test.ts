import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sharedRange } from './shared-range.ts'

test('a shared hour is looked for from the next half hour on, never in what is over', () => {
  for (const [now, from, to] of [
    ['2026-11-17T17:04:00Z', '2026-11-17T17:30:00Z', '2026-11-20T17:30:00Z'],
    ['2026-11-17T17:30:00Z', '2026-11-17T17:30:00Z', '2026-11-20T17:30:00Z'],
    ['2026-11-17T17:30:00.001Z', '2026-11-17T18:00:00Z', '2026-11-20T18:00:00Z'],
  ] as const)
    assert.deepEqual(sharedRange(Temporal.Instant.from(now)), { from, to })
})
