import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areHighlightsOwed, countWords } from './rules/words.ts'

test('words are counted in any script, signs and emoji are none', () => {
  assert.equal(countWords('The export stops at 10,000 rows.'), 6)
  assert.equal(countWords('— … 🎉 !'), 0)
  assert.equal(countWords('مرحبا بالعالم'), 2)
  assert.ok(countWords('エクスポートが止まります') >= 3)
  assert.equal(countWords(''), 0)
})

test('highlights are owed above 1,000 words, not at them, until there are some', () => {
  assert.equal(areHighlightsOwed({ words: 1_000, hasHighlights: false }), false)
  assert.equal(areHighlightsOwed({ words: 1_001, hasHighlights: false }), true)
  assert.equal(areHighlightsOwed({ words: 5_000, hasHighlights: true }), false)
})
