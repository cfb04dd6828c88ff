import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exchanges, pair } from './back-and-forth.ts'

const posts = (authors: string) => [...authors].map((author) => ({ author }))

test('two people who take turns exchange once for every two turns', () => {
  assert.deepEqual(
    ['', 'a', 'ab', 'aba', 'abab', 'ababab'].map((authors) => exchanges(posts(authors))),
    [0, 0, 1, 1, 2, 3],
  )
})

test('posts in a row by one author are one turn', () => {
  assert.equal(exchanges(posts('aabbba')), 1)
  assert.equal(exchanges(posts('aaaaaa')), 0)
})

test('somebody between the two begins a new run', () => {
  assert.equal(exchanges(posts('ababcab')), 1)
  assert.deepEqual(pair(posts('ababcab')), ['b', 'a'])
})

test('the run at the end counts, with whoever speaks last', () => {
  assert.equal(exchanges(posts('ababc')), 1)
  assert.deepEqual(pair(posts('ababc')), ['c', 'b'])
})

test('one voice is no pair', () => {
  assert.equal(pair(posts('aaa')), null)
  assert.equal(pair([]), null)
})
