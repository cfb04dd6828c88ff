import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blocksOf, onAxis, roomIn } from './band-blocks.ts'

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

const roomOf = (from: number, to: number, over: { from: number; to: number }[]) => {
  const [block] = blocksOf([{ from, to }])
  if (!block) throw new Error('There is no such block.')
  const room = roomIn(block, over)
  return [room.from, room.to]
}

test('a label stands where most of its block is seen: beside focus, and beside the line of now', () => {
  assert.deepEqual(roomOf(9, 18, []), [9, 18])
  assert.deepEqual(roomOf(10, 19, [{ from: 10.5, to: 12.5 }]), [12.5, 19])
  assert.deepEqual(
    roomOf(9, 18, [
      { from: 14.5, to: 16 },
      { from: 14, to: 14 },
    ]),
    [9, 14],
  )
  assert.deepEqual(roomOf(9, 18, [{ from: 20, to: 22 }]), [9, 18])
  assert.deepEqual(
    roomOf(9, 18, [
      { from: 8, to: 12 },
      { from: 11, to: 13 },
    ]),
    [13, 18],
  )
})
