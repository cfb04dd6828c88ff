import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictsOf } from './shortcut-map.ts'

const acts = ['d', 'p', 's', 'g t', 'g i', '?']

test('an act conflicts with whatever has its new key, and with nothing else', () => {
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'p', map: {} }), ['p'])
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'x', map: {} }), [])
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'd', map: {} }), [])
})

test('a key that was given away is free, and the one that was taken is not', () => {
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'p', map: { p: 'y' } }), [])
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'y', map: { p: 'y' } }), ['p'])
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'p', map: { p: '' } }), [])
})

test('the first of two presses is taken, and two presses do not begin with a key that acts at once', () => {
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: 'g', map: {} }), ['g t', 'g i'])
  assert.deepEqual(conflictsOf(acts, { act: 'g t', keys: 's t', map: {} }), ['s'])
  assert.deepEqual(conflictsOf(acts, { act: 'd', keys: '', map: {} }), [])
})
