import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

interface Row {
  readonly id: string
  readonly state: string
  readonly where: string
  readonly test: string
}

const root = new URL('../', import.meta.url)
const states = ['works', 'partly', 'not yet']
const numbers = (letter: string, digits: number, last: number): string[] =>
  Array.from({ length: last }, (_, index) => `${letter}-${String(index + 1).padStart(digits, '0')}`)

/** The rows of the table: what begins with a number. */
function rowsOf(text: string): Row[] {
  const lines = text.split('\n').filter((line) => /^\| [ST]-\d/.test(line))
  return lines.map((line) => {
    const [, id = '', , state = '', where = '', proof = '', ...rest] = line.split('|').map((cell) => cell.trim())
    assert.deepEqual(rest, [''], `${id} has five cells`)
    return { id, state, where, test: proof }
  })
}

/** What is wrong with a row, or null. */
function faultOf({ id, state, where, test: proof }: Row): string | null {
  if (!states.includes(state)) return `${id} is "${state}", which is none of ${states.join(', ')}`
  if (state === 'not yet') return where || proof ? `${id} is not there yet, and says where` : null
  if (!where || !proof) return `${id} says neither where nor by which test`
  const files = [...proof.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file)
  if (files.length === 0) return `${id} names no test`
  const missing = files.filter((file) => !/\.test\.tsx?$/.test(file) || !existsSync(new URL(file, root)))
  return missing.length > 0 ? `${id} names ${missing.join(', ')}, which is no test here` : null
}

test('every number stands in the table once, in order', () => {
  const rows = rowsOf(readFileSync(new URL('docs/coverage.md', root), 'utf8'))
  assert.deepEqual(
    rows.map(({ id }) => id),
    [...numbers('S', 3, 297), ...numbers('T', 2, 66)],
  )
})

test('every row has a known state, and what is there names its place and a test that exists', () => {
  const rows = rowsOf(readFileSync(new URL('docs/coverage.md', root), 'utf8'))
  assert.deepEqual(rows.map(faultOf).filter(Boolean), [])
})

test('a row that promises too much is found', () => {
  const faults = [
    '| S-001 | a | nearly | | |',
    '| S-001 | a | works | asks | |',
    '| S-001 | a | works | asks | `features/asks/never.test.ts` |',
    '| S-001 | a | works | asks | `README.md` |',
    '| S-001 | a | not yet | asks | |',
  ]
  for (const row of faults) assert.notEqual(rowsOf(row).map(faultOf)[0], null, row)
  assert.equal(rowsOf('| S-001 | a | works | tools | `tools/coverage.test.ts` |').map(faultOf)[0], null)
})
