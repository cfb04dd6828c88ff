import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Calendar } from '../contract/calendar.ts'
import { overlap } from './overlap.ts'
import { resolve } from './resolve.ts'

type Hours = [string, string][]

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString().slice(11, 16)
const somebody = (handle: string, hours: Hours, focus: Hours = []) => ({
  handle,
  resolved: resolve(Calendar.parse({ timeZone: 'UTC', weekly: { 1: hours }, focus: { weekly: { 1: focus } } })),
})

/** The overlap of a group on Monday 23 November 2026. */
function meet(people: ReturnType<typeof somebody>[], minutes: number, [from, to] = ['00:00', '24:00']) {
  const found = overlap(people, {
    from: ms(`2026-11-23T${from}Z`),
    to: ms(to === '24:00' ? '2026-11-24T00:00Z' : `2026-11-23T${to}Z`),
    minutes,
  })
  return {
    stretches: found.stretches.map(({ start, end, open }) => `${iso(start)} ${iso(end)} ${open}`),
    leastBad: found.leastBad.map(({ start, end, outOfHours }) => `${iso(start)} ${iso(end)} ${JSON.stringify(outOfHours)}`),
  }
}

test('a group overlaps where all work', () => {
  const people = [
    somebody('ana', [['08:00', '16:00']]),
    somebody('ben', [
      ['10:00', '12:00'],
      ['14:00', '20:00'],
    ]),
  ]
  assert.deepEqual(meet(people, 60), { stretches: ['10:00 12:00 2', '14:00 16:00 2'], leastBad: [] })
})

test('a stretch shorter than the time wanted is left out, one just as long is not', () => {
  const people = [
    somebody('ana', [['08:00', '16:00']]),
    somebody('ben', [
      ['10:00', '12:00'],
      ['15:00', '20:00'],
    ]),
  ]
  assert.deepEqual(meet(people, 120).stretches, ['10:00 12:00 2'])
})

test('a stretch counts the fewest who are open at any moment of it', () => {
  const people = [
    somebody('ana', [['08:00', '16:00']], [['09:00', '11:00']]),
    somebody('ben', [['08:00', '16:00']], [['11:00', '12:00']]),
    somebody('cleo', [['08:00', '16:00']], [['10:30', '11:30']]),
  ]
  assert.deepEqual(meet(people, 60).stretches, ['08:00 16:00 1'])
})

test('focus that ends as the stretch begins does not count', () => {
  const people = [somebody('ana', [['08:00', '16:00']], [['07:00', '10:00']]), somebody('ben', [['10:00', '16:00']])]
  assert.deepEqual(meet(people, 60).stretches, ['10:00 16:00 2'])
})

test('stretches are cut to the range asked for', () => {
  assert.deepEqual(meet([somebody('ana', [['08:00', '16:00']])], 60, ['10:00', '12:30']).stretches, ['10:00 12:30 1'])
})

test('without an overlap the least minutes outside hours win, then the fewest people, then the earliest', () => {
  const people = [somebody('ana', [['08:00', '12:00']]), somebody('ben', [['12:00', '16:00']])]
  assert.deepEqual(meet(people, 60), {
    stretches: [],
    leastBad: ['08:00 09:00 {"ben":60}', '08:15 09:15 {"ben":60}', '08:30 09:30 {"ben":60}'],
  })
})

test('one person’s half hour is better than two people’s quarters, and both are better than more', () => {
  const people = [somebody('ana', [['08:00', '12:00']]), somebody('ben', [['11:30', '16:00']])]
  assert.deepEqual(meet(people, 60).leastBad, ['11:00 12:00 {"ben":30}', '11:30 12:30 {"ana":30}', '11:15 12:15 {"ana":15,"ben":15}'])
})

test('a part of a minute outside hours counts as a minute', () => {
  const person = (handle: string, start: string) => ({
    handle,
    resolved: resolve(
      Calendar.parse({
        timeZone: 'UTC',
        weekly: { 1: [['08:00', '16:00']] },
        away: [{ start: '2026-11-23T00:00:00Z', end: `2026-11-23T${start}Z` }],
      }),
    ),
  })
  assert.deepEqual(meet([person('ana', '09:45:20'), somebody('ben', [['08:00', '10:30']])], 60).leastBad.slice(0, 1), [
    '09:30 10:30 {"ana":16}',
  ])
})

test('least bad times begin on UTC quarter hours and end within the range', () => {
  const people = [somebody('ana', [['08:00', '09:00']]), somebody('ben', [['12:00', '13:00']])]
  assert.deepEqual(meet(people, 60, ['08:10', '09:30']).leastBad, ['08:15 09:15 {"ana":15,"ben":60}', '08:30 09:30 {"ana":30,"ben":60}'])
  assert.deepEqual(meet(people, 60, ['08:10', '09:00']), { stretches: [], leastBad: [] })
})
