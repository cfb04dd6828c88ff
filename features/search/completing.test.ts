import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completed, narrowedTo, operatorsFor, partAt } from './rules/completing.ts'

const offered = (text: string): readonly string[] => {
  const part = partAt(text, text.length)
  return part === null ? [] : operatorsFor(part)
}

test('the beginning of an operator offers those it may become, nothing at all offers nothing', () => {
  assert.deepEqual(offered('export b'), ['before'])
  assert.deepEqual(offered('i'), ['in', 'is'])
  assert.deepEqual(offered('export '), [])
  assert.deepEqual(offered('"quoted i'), [])
})

test('behind an operator its value is being written, also behind a dash or a sign', () => {
  const part = (text: string) => {
    const { operator, begun } = partAt(text, text.length) ?? {}
    return [operator, begun]
  }
  assert.deepEqual(part('rows in:rep'), ['in', 'rep'])
  assert.deepEqual(part('-from:@An'), ['from', 'an'])
  assert.deepEqual(part('has:'), ['has', ''])
  assert.deepEqual(part('label:x'), [undefined, undefined])
})

test('what is chosen stands in place of what was begun, and writing goes on behind it', () => {
  const text = 'in:rep rows'
  assert.deepEqual(completed(text, partAt(text, 6) ?? assert.fail(), 'reports'), { text: 'in:reports rows', caret: 11 })
  assert.deepEqual(completed('be', partAt('be', 2) ?? assert.fail(), 'before:'), { text: 'before:', caret: 7 })
  assert.equal(partAt('in:reports', 4), null)
})

test('an operator is chosen anew or taken out, the words stay', () => {
  assert.equal(narrowedTo('export in:ops rows', 'in', 'desk'), 'export rows in:desk ')
  assert.equal(narrowedTo('export in:ops', 'in', null), 'export ')
  assert.equal(narrowedTo('in:ops', 'in', null), '')
})
