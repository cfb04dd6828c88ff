import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf, stepOf } from './shortcut-keys.ts'

const press = (
  key: string,
  { code = '', ...held }: Partial<Record<'metaKey' | 'ctrlKey' | 'altKey' | 'shiftKey', boolean>> & { code?: string } = {},
) => ({
  key,
  code,
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('a press is named by its key and what is held', () => {
  assert.equal(stepOf(press('a')), 'a')
  assert.equal(stepOf(press('Escape', { shiftKey: true })), 'shift+escape')
  assert.equal(stepOf(press('Enter', { metaKey: true })), 'mod+enter')
  assert.equal(stepOf(press('k', { ctrlKey: true })), 'mod+k')
})

test('a sign is itself, whether or not its keyboard needs Shift', () => {
  assert.equal(stepOf(press('?', { shiftKey: true })), '?')
  assert.equal(stepOf(press('/')), '/')
})

test('on a keyboard of another script a letter is the Latin one on the same key', () => {
  assert.equal(stepOf(press('в', { code: 'KeyD' })), 'd')
  assert.equal(stepOf(press('Л', { code: 'KeyK', ctrlKey: true })), 'mod+k')
  assert.equal(stepOf(press('שׁ', { code: 'KeyA' })), 'שׁ', 'what is more than one sign is no letter')
  assert.equal(stepOf(press('٣', { code: 'Digit3' })), '3')
})

test('a Latin letter is itself wherever its key lies, with its marks too', () => {
  assert.equal(stepOf(press('a', { code: 'KeyQ' })), 'a')
  assert.equal(stepOf(press('é', { code: 'Digit2' })), 'é')
  assert.equal(stepOf(press('?', { code: 'KeyM', shiftKey: true })), '?')
})

test('Alt belongs to the machine', () => {
  assert.equal(stepOf(press('a', { altKey: true })), null)
})

test('keys are written as they are on the keyboard', () => {
  assert.deepEqual(keysOf('mod+enter', true), ['⌘ ↵'])
  assert.deepEqual(keysOf('mod+k', false), ['Ctrl K'])
  assert.deepEqual(keysOf('g t', false), ['G', 'T'])
  assert.deepEqual(keysOf('shift+escape', false), ['Shift Esc'])
})
