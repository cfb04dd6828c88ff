import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actOf, minutesAt, pressed } from './block-keys.ts'

const press = (key: string, held: Partial<Record<'shiftKey' | 'altKey' | 'ctrlKey', boolean>> = {}, rtl = false) =>
  actOf({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held }, rtl)

test('arrows move along the day, with Shift they move the end, with Alt as well the start', () => {
  assert.deepEqual(press('ArrowDown'), { does: 'move', by: 15 })
  assert.deepEqual(press('ArrowUp', { shiftKey: true }), { does: 'resize', part: 'end', by: -15 })
  assert.deepEqual(press('ArrowUp', { shiftKey: true, altKey: true }), { does: 'resize', part: 'start', by: -15 })
})

test('arrows across go to the day that lies there, in either direction of reading', () => {
  assert.deepEqual(press('ArrowRight'), { does: 'day', by: 1 })
  assert.deepEqual(press('ArrowRight', {}, true), { does: 'day', by: -1 })
  assert.deepEqual(press('ArrowLeft', {}, true), { does: 'day', by: 1 })
})

test('single keys add, remove, open and go on; what the browser does with Ctrl stays its own', () => {
  assert.deepEqual(press('n'), { does: 'add' })
  assert.deepEqual(press('N'), { does: 'add' })
  assert.deepEqual(press('Backspace'), { does: 'remove' })
  assert.deepEqual(press('Enter'), { does: 'open' })
  assert.deepEqual(press('k'), { does: 'step', by: -1 })
  assert.equal(press('n', { ctrlKey: true }), null)
  assert.equal(press('n', { altKey: true }), null)
  assert.equal(press('Tab'), null)
})

test('by keys a block off the grid comes onto it', () => {
  assert.deepEqual(pressed({ start: 545, end: 600 }, { does: 'move', by: 15 }), { start: 555, end: 610 })
  assert.deepEqual(pressed({ start: 1200, end: 1440 }, { does: 'resize', part: 'end', by: 15 }), { start: 1200, end: 1455 })
})

test('a place on a column is a time of its day, and below it one after midnight', () => {
  assert.equal(minutesAt(136, { top: 100, height: 720 }), 72)
  assert.equal(minutesAt(850, { top: 100, height: 720 }), 1500)
})
