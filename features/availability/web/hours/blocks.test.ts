import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blockOf, clashWith, drawn, inOrder, intervalOf, moved, roomFor } from './blocks.ts'

const step = 15

test('a stretch past midnight is a block that ends above 1440, and comes back as it was', () => {
  assert.deepEqual(blockOf(['20:00', '02:00']), { start: 1200, end: 1560 })
  for (const interval of [
    ['20:00', '02:00'],
    ['14:00', '24:00'],
    ['00:00', '24:00'],
    ['09:00', '09:00'],
    ['22:00', '00:00'],
  ] as const) {
    const [from, to] = intervalOf(blockOf([...interval]))
    assert.deepEqual([from, to === '24:00' ? '24:00' : to], [interval[0], interval[1] === '00:00' ? '24:00' : interval[1]])
  }
})

test('what is drawn grows to whole steps in either direction, and past midnight', () => {
  assert.deepEqual(drawn(545, 551, step), { start: 540, end: 555 })
  assert.deepEqual(drawn(600, 547, step), { start: 540, end: 600 })
  assert.deepEqual(drawn(1200, 1555, step), { start: 1200, end: 1560 })
  assert.deepEqual(drawn(542, 548, 5), { start: 540, end: 550 })
})

test('a block moves whole, keeps its length, and starts on its own date', () => {
  assert.deepEqual(moved({ start: 540, end: 1020 }, 'whole', { by: 20, step }), { start: 555, end: 1035 })
  assert.deepEqual(moved({ start: 30, end: 90 }, 'whole', { by: -120, step }), { start: 0, end: 60 })
  assert.deepEqual(moved({ start: 1320, end: 1440 }, 'whole', { by: 60, step }), { start: 1380, end: 1500 })
})

test('an end is moved no nearer than a step to the other and no further than a day', () => {
  assert.deepEqual(moved({ start: 540, end: 600 }, 'end', { by: -300, step }), { start: 540, end: 555 })
  assert.deepEqual(moved({ start: 540, end: 600 }, 'end', { by: 3000, step }), { start: 540, end: 1980 })
  assert.deepEqual(moved({ start: 540, end: 600 }, 'start', { by: 300, step }), { start: 585, end: 600 })
  assert.deepEqual(moved({ start: 1200, end: 1560 }, 'start', { by: 600, step }), { start: 1425, end: 1560 })
})

test('blocks that touch do not overlap; what runs past midnight is the last of its date', () => {
  const morning = { start: 540, end: 750 }
  assert.equal(clashWith({ start: 750, end: 800 }, [morning]), null)
  assert.equal(clashWith({ start: 745, end: 800 }, [morning]), morning)
  assert.deepEqual(clashWith({ start: 1300, end: 1330 }, [{ start: 1200, end: 1560 }]), { start: 1200, end: 1560 })
})

test('a new block takes the hour asked for, what is left of a gap, or the first that is free', () => {
  assert.deepEqual(roomFor([], 540), { start: 540, end: 600 })
  assert.deepEqual(roomFor([{ start: 570, end: 600 }], 540), { start: 540, end: 570 })
  assert.deepEqual(roomFor([{ start: 540, end: 1500 }], 540), { start: 0, end: 60 })
  assert.equal(roomFor([{ start: 0, end: 1440 }], 540), null)
})

test('wherever a block is moved, it begins on its date and lasts at most a day', () => {
  const minutes = (most: number) => fc.integer({ min: 0, max: most / 5 }).map((count) => count * 5)
  fc.assert(
    fc.property(fc.tuple(minutes(1435), minutes(1435)), fc.integer({ min: -4000, max: 4000 }), ([start, length], by) => {
      for (const part of ['whole', 'start', 'end'] as const) {
        const block = moved({ start, end: start + Math.max(15, length) }, part, { by, step })
        assert.ok(block.start >= 0 && block.start < 1440 && block.end > block.start && block.end <= block.start + 1440)
        assert.deepEqual(blockOf(intervalOf(block)), block)
      }
    }),
  )
  assert.deepEqual(
    inOrder([
      { start: 9, end: 10 },
      { start: 1, end: 2 },
    ]).map(({ start }) => start),
    [1, 9],
  )
})
