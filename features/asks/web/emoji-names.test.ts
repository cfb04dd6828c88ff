import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emojiOf } from '#features/threads/rules/reactions.ts'
import { emojiNames, findEmoji } from './emoji-names.ts'

test('every emoji that is offered is one, as it is kept, and is offered once', () => {
  for (const { emoji, name } of emojiNames) {
    assert.equal(emojiOf(emoji), emoji, name)
    assert.match(name, /^[a-z][a-z ]+$/)
  }
  assert.equal(new Set(emojiNames.map(({ emoji }) => emoji)).size, emojiNames.length)
  assert.equal(new Set(emojiNames.map(({ name }) => name)).size, emojiNames.length)
})

test('an emoji is found by the beginnings of its words, in any order', () => {
  assert.deepEqual(
    findEmoji('thu dow').map(({ emoji }) => emoji),
    ['👎'],
  )
  assert.equal(findEmoji('Yes')[0]?.emoji, '👍')
  assert.deepEqual(findEmoji('no such thing at all'), [])
  assert.equal(findEmoji(' ').length, emojiNames.length)
})
