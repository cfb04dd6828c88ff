import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Day } from '../contract/days.ts'
import { coverage, firstWith } from './coverage.ts'
import { daysAround, hourOn, laneHours, onAxis, startingOn } from './lane-hours.ts'

const axis = { zone: 'America/Sao_Paulo', date: '2026-11-17' }

function day(timeZone: string, working: [string, string][]): Day {
  const spans = working.map(([start, end]) => ({ start, end }))
  const none = { focus: [], away: [], awayUntil: null, back: null, deliveries: [], nextReachable: null, nextDelivery: null }
  return {
    handle: 'ann',
    name: 'Ann Mori',
    active: true,
    timeZone,
    from: '2026-11-16T00:00:00Z',
    to: '2026-11-19T00:00:00Z',
    working: spans,
    hoursSet: true,
    ...none,
  }
}

const tokyo = day('Asia/Tokyo', [
  ['2026-11-17T00:00:00Z', '2026-11-17T08:30:00Z'],
  ['2026-11-18T00:00:00Z', '2026-11-18T08:30:00Z'],
])

test('a day in Tokyo lies at both ends of a day in São Paulo, cut square at midnight', () => {
  assert.deepEqual(onAxis(axis, tokyo.working), [
    { from: 0, to: 5.5 },
    { from: 21, to: 24 },
  ])
  const [early, late] = laneHours(tokyo, axis, 'Away').work ?? []
  assert.ok(early && early.from < 0 && late && late.to > 24)
})

test('the sky is moved by how far clocks are ahead, the nearer way round', () => {
  assert.equal(laneHours(tokyo, axis, 'Away').shift, -12)
  assert.equal(laneHours(day('America/Toronto', []), axis, 'Away').shift, 2)
  assert.equal(laneHours(day('Pacific/Kiritimati', []), { ...axis, zone: 'Pacific/Pago_Pago' }, 'Away').shift, -1)
})

test('on a day of 25 hours a clock time stands where the axis has it', () => {
  const lisbon = { zone: 'Europe/Lisbon', date: '2026-10-25' }
  assert.equal(hourOn(lisbon, '2026-10-25T09:00:00Z'), 9)
})

test('three days around a date hold it whole in every zone', () => {
  assert.deepEqual(daysAround('2026-11-17'), { from: '2026-11-16T00:00:00Z', to: '2026-11-19T00:00:00Z' })
})

test('what begins on a date is told of that date', () => {
  assert.deepEqual(startingOn({ zone: 'Asia/Tokyo', date: '2026-11-18' }, tokyo.working), [tokyo.working[1]])
})

test('coverage counts who works in each half hour, and finds where all do', () => {
  const counts = coverage([tokyo, day('America/Sao_Paulo', [['2026-11-17T07:00:00Z', '2026-11-17T12:00:00Z']])], axis)
  assert.equal(counts.length, 48)
  assert.equal(Math.max(...counts), 2)
  assert.deepEqual(firstWith(counts, 2), { from: 4, to: 5.5 })
  assert.equal(firstWith(counts, 3), null)
})
