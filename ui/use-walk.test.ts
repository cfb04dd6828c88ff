import assert from 'node:assert/strict'
import { test } from 'node:test'
import { survivor } from './use-walk.ts'

test('a selection stays as long as its row is there', () => {
  assert.equal(survivor('b', ['a', 'b', 'c'], ['b', 'c', 'd']), 'b')
})

test('when its row goes the next that is left is selected, at the end the one before', () => {
  assert.equal(survivor('b', ['a', 'b', 'c'], ['a', 'c']), 'c')
  assert.equal(survivor('b', ['a', 'b', 'c', 'd'], ['a', 'd']), 'd')
  assert.equal(survivor('c', ['a', 'b', 'c'], ['a', 'b']), 'b')
})

test('a list begins with its first row, and an empty one selects nothing', () => {
  assert.equal(survivor(null, [], ['a', 'b']), 'a')
  assert.equal(survivor('a', ['a'], []), null)
})
