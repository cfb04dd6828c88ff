import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginsSo, namingAt, withNamed } from './completing.ts'

const at = (text: string) => namingAt(text, text.length)

test('people, threads and emoji are named by a sign at the beginning of a word', () => {
  assert.deepEqual(at('Ask @mo'), { kind: '@', begun: 'mo', start: 4 })
  assert.deepEqual(at('(@'), { kind: '@', begun: '', start: 1 })
  assert.deepEqual(at('see #1'), { kind: '#', begun: '1', start: 4 })
  assert.deepEqual(at('see #export stops'), { kind: '#', begun: 'export stops', start: 4 })
  assert.deepEqual(at('well :tha'), { kind: ':', begun: 'tha', start: 5 })
  assert.deepEqual(at('@Ж'), { kind: '@', begun: 'Ж', start: 0 })
})

test('a heading, a time, an address, a smiley and code name nothing', () => {
  for (const text of ['# ', '10:30', 'ann@halyard', ':p', '`@ann', '```\n@ann', 'https://x', '#12 and on'])
    assert.equal(at(text), null, text)
})

test('what is chosen takes the place of what was begun, with one space behind it', () => {
  const text = 'Ask @mo about it'
  const naming = namingAt(text, 7)
  assert.ok(naming)
  assert.deepEqual(withNamed(text, naming, '@monica'), { text: 'Ask @monica about it', caret: 12 })
})

test('a name is found by the beginning of any of its words, and by its handle', () => {
  assert.equal(beginsSo('gra', 'Monica Grant', 'monica'), true)
  assert.equal(beginsSo('dut', 'platform-duty'), true)
  assert.equal(beginsSo('ran', 'Monica Grant', 'monica'), false)
})
