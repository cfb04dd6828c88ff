import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapsIn, nextTurn, onCallAt, overlaps } from './on-call.ts'
import { turnsOf } from './shift-pattern.ts'

const HOUR = 3_600_000
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds
const turn = (who: string, layer: number, [start, end]: [number, number]) => ({ who, layer, start, end })
const names = (turns: readonly { who: string }[]): string[] => turns.map(({ who }) => who)

const shifts = [turn('cy', 2, [0, 20]), turn('ann', 1, [0, 10]), turn('bo', 1, [12, 20]), turn('dee', 1, [30, 40])]

test('on call is who has a shift that holds the instant, layer by layer', () => {
  assert.deepEqual(names(onCallAt(shifts, 0)), ['ann', 'cy'])
  assert.deepEqual(names(onCallAt(shifts, 9)), ['ann', 'cy'])
  assert.deepEqual(names(onCallAt(shifts, 25)), [])
})

test('a shift ends in the instant in which the next begins', () => {
  const back = [turn('ann', 1, [0, 10]), turn('bo', 1, [10, 20])]
  assert.deepEqual([names(onCallAt(back, 9)), names(onCallAt(back, 10))], [['ann'], ['bo']])
  assert.deepEqual(gapsIn(back, { start: 0, end: 20 }), [])
  assert.equal(overlaps(back[0]!, back[1]!), false)
})

test('gaps are where nobody has layer 1, whoever has the others', () => {
  assert.deepEqual(gapsIn(shifts, { start: 5, end: 50 }), [
    { start: 10, end: 12 },
    { start: 20, end: 30 },
    { start: 40, end: 50 },
  ])
  assert.deepEqual(gapsIn([], { start: 0, end: 9 }), [{ start: 0, end: 9 }])
  assert.deepEqual(gapsIn(shifts, { start: 1, end: 9 }), [])
})

test('next is the first shift of the layer that begins later', () => {
  assert.equal(nextTurn(shifts, 1, 0)?.who, 'bo')
  assert.equal(nextTurn(shifts, 1, 15)?.who, 'dee')
  assert.equal(nextTurn(shifts, 2, 0), null)
})

test('only shifts of one layer are in each other’s way', () => {
  assert.equal(overlaps(shifts[0]!, shifts[1]!), false)
  assert.equal(overlaps(turn('ann', 1, [0, 10]), turn('bo', 1, [9, 12])), true)
})

const pattern = { people: ['ann', 'bo'], from: '2026-11-23', weekday: 1, time: '09:00', timeZone: 'Europe/Lisbon', weeks: 3 }

test('people take turns in their order, from handover to handover', () => {
  assert.deepEqual(
    turnsOf(pattern).map(({ person, start }) => `${person} ${Temporal.Instant.fromEpochMilliseconds(start).toString()}`),
    ['ann 2026-11-23T09:00:00Z', 'bo 2026-11-30T09:00:00Z', 'ann 2026-12-07T09:00:00Z'],
  )
  assert.equal(turnsOf(pattern)[2]!.end, at('2026-12-14T09:00:00Z'))
})

test('the first handover is on the first such weekday from the date on', () => {
  assert.equal(turnsOf({ ...pattern, from: '2026-11-24' })[0]!.start, at('2026-11-30T09:00:00Z'))
  assert.equal(turnsOf({ ...pattern, from: '2026-11-29' })[0]!.start, at('2026-11-30T09:00:00Z'))
  assert.equal(turnsOf({ ...pattern, weekday: 7 })[0]!.start, at('2026-11-29T09:00:00Z'))
})

test('a handover keeps its time on the clocks when they change: the week is an hour longer or shorter, and nobody is missing', () => {
  const spring = turnsOf({ ...pattern, from: '2027-03-22', weeks: 2 })
  assert.deepEqual(
    spring.map(({ start, end }) => (end - start) / HOUR),
    [167, 168],
  )
  assert.equal(spring[1]!.start, at('2027-03-29T08:00:00Z'))
  const autumn = turnsOf({ ...pattern, from: '2026-10-19', weeks: 2 })
  assert.equal((autumn[0]!.end - autumn[0]!.start) / HOUR, 169)
  const all = [...spring, ...autumn].map((turn) => ({ ...turn, layer: 1 }))
  assert.deepEqual(gapsIn(all, { start: spring[0]!.start, end: spring[1]!.end }), [])
})

test('a handover at a time that the clocks skip is as far after the change as it stood after midnight', () => {
  const skipped = turnsOf({ ...pattern, from: '2027-03-28', weekday: 7, time: '01:30', weeks: 1 })
  assert.equal(skipped[0]!.start, at('2027-03-28T01:30:00Z'))
})
