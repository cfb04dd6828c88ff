import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { exchanges } from '#features/availability/rules/back-and-forth.ts'
import { exchangesOf, noTurns, turnsAfter } from './rules/turns.ts'

const countAfter = (authors: readonly string[], direct = false): number => exchangesOf({ ...authors.reduce(turnsAfter, noTurns), direct })

test('two people who take turns six times have gone back and forth three times', () => {
  assert.equal(countAfter([...'ababab']), 3)
  assert.equal(countAfter([...'ababa']), 2)
})

test('posts in a row are one turn', () => {
  assert.equal(countAfter([...'aabbbaab']), 2)
})

test('a third person begins the count anew, with whoever wrote before', () => {
  assert.equal(countAfter([...'abababc']), 1)
  assert.equal(countAfter([...'abababcbcb']), 2)
})

test('one person alone goes back and forth with nobody', () => {
  assert.equal(countAfter([...'aaaa']), 0)
})

test('few people among themselves are exempt', () => {
  assert.equal(countAfter([...'abababab'], true), 0)
})

test('counting post by post is the same as folding all of them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (authors) => {
      assert.equal(countAfter(authors), exchanges(authors.map((author) => ({ author }))))
    }),
  )
})
