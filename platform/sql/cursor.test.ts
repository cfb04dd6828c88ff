import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { cursorInstant, cursorOf, readCursor } from './cursor.ts'

const schema = z.tuple([cursorInstant, z.string()])
const key = ['2026-11-23T09:00:00.123Z', 'ops']

test('a cursor gives back the key it was made from', () => {
  assert.deepEqual(readCursor(schema, cursorOf(key)), key)
  assert.equal(readCursor(schema, undefined), null)
})

test('what no list gave is refused by name', () => {
  const made = [
    ['0000-01-01T00:00:00Z', 'ops'],
    ['2026-13-01T00:00:00Z', 'ops'],
    ['2026-11-23T09:00:00Z', 'a\u0000b'],
    ['2026-11-23T09:00:00Z'],
    [],
  ]
  for (const after of ['', 'nonsense', '%00', ...made.map(cursorOf)]) {
    assert.throws(() => readCursor(schema, after), { code: 'request.invalid', status: 422 })
  }
})
