import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { reader, writeFor } from '#platform/text/reader.ts'
import { dateAfterKey, weeksOf } from './month-weeks.ts'

const usual = reader()
afterEach(() => writeFor(usual))

test('a month is laid out by weeks that begin as the reader’s do', () => {
  writeFor({ ...usual, weekStart: 1 })
  const mondays = weeksOf('2026-11')
  assert.deepEqual(mondays[0], [null, null, null, null, null, null, '2026-11-01'])
  assert.deepEqual(mondays.at(-1), ['2026-11-30', null, null, null, null, null, null])
  writeFor({ ...usual, weekStart: 7 })
  assert.deepEqual(weeksOf('2026-11')[0]?.slice(0, 2), ['2026-11-01', '2026-11-02'])
  // Four whole weeks of a February that begins with the week.
  assert.equal(weeksOf('2026-02').length, 4)
})

test('keys lead by days, weeks and months, and to the ends of the reader’s week', () => {
  writeFor({ ...usual, weekStart: 1 })
  const from = (key: string, across = 0) => dateAfterKey('2026-11-17', key, across)
  assert.deepEqual([from('ArrowRight', 1), from('ArrowRight', -1)], ['2026-11-18', '2026-11-16'])
  assert.deepEqual([from('ArrowUp'), from('ArrowDown')], ['2026-11-10', '2026-11-24'])
  assert.deepEqual([from('Home'), from('End')], ['2026-11-16', '2026-11-22'])
  assert.equal(dateAfterKey('2026-10-31', 'PageDown', 0), '2026-11-30')
  assert.equal(from('a'), null)
})
