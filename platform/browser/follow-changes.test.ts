import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitAfter } from './follow-changes.ts'

test('each try waits up to twice as long as the last, and never more than a minute', () => {
  assert.deepEqual(
    [0, 1, 2, 5, 6, 40, 2_000].map((failures) => waitAfter(failures, 1)),
    [1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000],
  )
})

test('not everybody comes back at once', () => {
  assert.deepEqual([waitAfter(0, 0), waitAfter(0, 0.5), waitAfter(6, 0)], [500, 750, 30_000])
})
