import assert from 'node:assert/strict'
import { test } from 'node:test'
import { initials } from './initials.ts'
import { skyAt } from './sky-at.ts'

test('the disc has the sky of the hour', () => {
  assert.deepEqual([2.07, 5, 7.9, 8, 14.07, 17.07, 19.9, 20, 22.57].map(skyAt), [
    'night',
    'dawn',
    'dawn',
    'day',
    'day',
    'dusk',
    'dusk',
    'night',
    'night',
  ])
})

test('initials are the ends of a name', () => {
  assert.deepEqual(['Ann Mori', 'ann', '  João  da Silva ', 'Élodie', '佐藤 健二', ''].map(initials), ['AM', 'A', 'JS', 'É', '佐健', ''])
})

test('a letter of several code points stays whole', () => {
  assert.equal(initials('e\u0301mile zola'), 'E\u0301Z')
})
