import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postWindow } from './rules/post-window.ts'

test('posts begin with the first unless told otherwise', () => {
  assert.deepEqual(postWindow({ limit: 50 }, 120), { from: 1, through: 50, next: 50 })
  assert.deepEqual(postWindow({ after: 100, limit: 50 }, 120), { from: 101, through: 120, next: null })
  assert.deepEqual(postWindow({ limit: 50 }, 50), { from: 1, through: 50, next: null })
})

test('what comes before goes on towards the first', () => {
  assert.deepEqual(postWindow({ before: 71, limit: 50 }, 120), { from: 21, through: 70, next: 21 })
  assert.deepEqual(postWindow({ before: 21, limit: 50 }, 120), { from: 1, through: 20, next: null })
})

test('around a post stands a little of what comes before it, and never less than a window', () => {
  assert.deepEqual(postWindow({ around: 60, limit: 40 }, 120), { from: 50, through: 89, next: 89 })
  assert.deepEqual(postWindow({ around: 1, limit: 50 }, 120), { from: 1, through: 50, next: 50 })
  assert.deepEqual(postWindow({ around: 120, limit: 50 }, 120), { from: 71, through: 120, next: null })
  assert.deepEqual(postWindow({ around: 3, limit: 50 }, 4), { from: 1, through: 4, next: null })
})

test('beyond either end there is nothing', () => {
  const behind = postWindow({ after: 500, limit: 50 }, 120)
  assert.ok(behind.through < behind.from)
  assert.equal(behind.next, null)
  const before = postWindow({ before: 1, limit: 50 }, 120)
  assert.ok(before.through < before.from)
  assert.equal(before.next, null)
})
