import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf, onAxis } from './band-blocks.ts'

const ends = (from: number, to: number) => blocksOf([{ from, to }]).map((block) => [block.from, block.to, block.cutLeft, block.cutRight])

test('a stretch within the day is one block with round ends', () => {
  assert.deepEqual(ends(9, 17.5), [[9, 17.5, false, false]])
})

test('a stretch over midnight is cut square at both ends', () => {
  assert.deepEqual(ends(21, 29.5), [
    [0, 5.5, true, false],
    [21, 24, false, true],
  ])
  assert.deepEqual(ends(-3, 5.5), ends(21, 29.5))
})

test('a stretch that ends at midnight is not cut', () => {
  assert.deepEqual(ends(16, 24), [[16, 24, false, false]])
})

test('days longer than the axis fill it', () => {
  assert.deepEqual(ends(-30, 30).at(0)?.slice(0, 2), [0, 6])
  assert.ok(ends(-30, 30).some(([from, to]) => from === 0 && to === 24))
})

test('hours of other days fall on the same axis', () => {
  assert.deepEqual([25.5, -1, 24, 0].map(onAxis), [1.5, 23, 24, 0])
})
