import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineTexts } from './define-texts.ts'

const t = defineTexts('test', {
  plain: 'Held for you',
  named: '{name} reads this at {time}',
  items: { one: '{count} item', other: '{count} items' },
  worded: { one: 'One thing in {space}', other: '{count} things in {space}' },
})

test('a text without names is said as it stands', () => {
  assert.equal(t('plain'), 'Held for you')
})

test('names in braces are filled in', () => {
  assert.equal(t('named', { name: 'Ann', time: '09:00' }), 'Ann reads this at 09:00')
})

test('a count chooses the form and is written with its separators', () => {
  assert.deepEqual(
    [0, 1, 2, 12400].map((count) => t('items', { count })),
    ['0 items', '1 item', '2 items', '12,400 items'],
  )
  assert.equal(t('worded', { count: 1, space: 'Reports' }), 'One thing in Reports')
})

test('in pieces, a value stays what it is', () => {
  const time = { bold: '09:00' }
  assert.deepEqual(t.parts('named', { name: 'Ann', time }), ['Ann', ' reads this at ', time])
})

test('a value that looks like a name is not filled again', () => {
  assert.equal(t('named', { name: '{time}', time: '09:00' }), '{time} reads this at 09:00')
})
