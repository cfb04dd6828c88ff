import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { Calendar } from '../contract/calendar.ts'
import { digestTimes, nextDigest } from './digests.ts'
import { type Resolved, resolve } from './resolve.ts'

type Fields = Partial<z.input<typeof Calendar>>
type Hours = [string, string][]

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString().replace(':00Z', 'Z')

/** Somebody in Lisbon who works only on Mondays; 2026-11-23 is one. */
const person = (hours: Hours, fields: Fields = {}): Resolved =>
  resolve(Calendar.parse({ timeZone: 'Europe/Lisbon', weekly: { 1: hours }, ...fields }))
const digests = (r: Resolved, from = '2026-11-23T00:00Z', to = '2026-11-24T12:00Z'): string[] => digestTimes(r, ms(from), ms(to)).map(iso)
const day: Hours = [['09:00', '17:00']]

test('digests come at the start of the day and at four, unless told otherwise', () => {
  assert.deepEqual(digests(person(day)), ['2026-11-23T09:00Z', '2026-11-23T16:00Z'])
})

test('a digest in a break moves to the end of the break', () => {
  const r = person(
    [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
    { deliveries: ['13:00'] },
  )
  assert.deepEqual(digests(r), ['2026-11-23T14:00Z'])
})

test('a digest at the moment a break begins is in the break', () => {
  const r = person(
    [
      ['09:00', '12:30'],
      ['14:00', '18:00'],
    ],
    { deliveries: ['12:30'] },
  )
  assert.deepEqual(digests(r), ['2026-11-23T14:00Z'])
})

test('two digests that move to one moment are one', () => {
  assert.deepEqual(digests(person(day, { deliveries: ['start', '06:00', '07:30', '09:00'] })), ['2026-11-23T09:00Z'])
})

test('a digest after the last work of its date is dropped', () => {
  assert.deepEqual(digests(person(day, { deliveries: ['17:00', '20:00'] })), [])
})

test('a date off has no digests', () => {
  assert.deepEqual(digests(person(day, { overrides: { '2026-11-23': [] } })), [])
})

test('without deliveries there are no digests', () => {
  assert.deepEqual(digests(person(day, { deliveries: [] })), [])
})

test('a digest in focus moves to the end of the focus', () => {
  const r = person(day, {
    focus: { weekly: { 1: [['09:00', '11:00']] }, blocks: [{ start: '2026-11-23T15:30:00Z', end: '2026-11-23T16:20:00Z' }] },
  })
  assert.deepEqual(digests(r), ['2026-11-23T11:00Z', '2026-11-23T16:20Z'])
})

test('a digest moves past every focus block that follows on the one before', () => {
  const blocks = [
    { start: '2026-11-23T10:30:00Z', end: '2026-11-23T12:00:00Z' },
    { start: '2026-11-23T08:00:00Z', end: '2026-11-23T10:30:00Z' },
  ]
  assert.deepEqual(digests(person(day, { focus: { blocks }, deliveries: ['start'] })), ['2026-11-23T12:00Z'])
})

test('a digest whose focus lasts until work ends is dropped', () => {
  assert.deepEqual(digests(person(day, { focus: { weekly: { 1: [['15:00', '17:00']] } } })), ['2026-11-23T09:00Z'])
})

test('a digest whose focus ends in a break moves past the break', () => {
  const r = person(
    [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
    { focus: { weekly: { 1: [['11:00', '13:00']] } }, deliveries: ['11:30'] },
  )
  assert.deepEqual(digests(r), ['2026-11-23T14:00Z'])
})

test('a digest that moves out of a break into focus moves on', () => {
  const r = person(
    [
      ['09:00', '12:00'],
      ['14:00', '18:00'],
    ],
    { focus: { weekly: { 1: [['14:00', '15:00']] } }, deliveries: ['13:00'] },
  )
  assert.deepEqual(digests(r), ['2026-11-23T15:00Z'])
})

test('focus through the whole day leaves no digest', () => {
  assert.deepEqual(digests(person(day, { focus: { weekly: { 1: [['00:00', '24:00']] } } })), [])
})

test('a focus begun the evening before holds after midnight', () => {
  const r = person([['00:00', '08:00']], { focus: { weekly: { 7: [['22:00', '03:00']] } }, deliveries: ['start'] })
  assert.deepEqual(digests(r), ['2026-11-23T03:00Z'])
})

test('a digest in an absence moves to its end', () => {
  const r = person(day, { away: [{ start: '2026-11-23T08:00:00Z', end: '2026-11-23T11:00:00Z' }] })
  assert.deepEqual(digests(r), ['2026-11-23T11:00Z', '2026-11-23T16:00Z'])
})

test('the start of a night shift is its evening', () => {
  assert.deepEqual(digests(person([['20:00', '02:00']])), ['2026-11-23T20:00Z'])
})

test('a small hour of the next date is delivered in the night shift before it', () => {
  const r = person([['20:00', '02:00']], { deliveries: ['01:00'] })
  assert.deepEqual(digests(r), ['2026-11-23T20:00Z', '2026-11-24T01:00Z'])
})

test('a wall time that is skipped is delivered as far after the change', () => {
  const r = resolve(Calendar.parse({ timeZone: 'Europe/Lisbon', weekly: { 7: [['00:00', '06:00']] }, deliveries: ['01:30'] }))
  assert.deepEqual(digests(r, '2026-03-28T12:00Z', '2026-03-29T12:00Z'), ['2026-03-29T01:30Z'])
})

test('a wall time that comes twice is delivered once, the first time', () => {
  const r = resolve(Calendar.parse({ timeZone: 'Europe/Lisbon', weekly: { 7: [['00:00', '06:00']] }, deliveries: ['01:30'] }))
  assert.deepEqual(digests(r, '2026-10-24T12:00Z', '2026-10-25T12:00Z'), ['2026-10-25T00:30Z'])
})

test('on two dates worked at once over the date line each has its own digests', () => {
  const r = resolve(
    Calendar.parse({
      timeZone: 'Pacific/Honolulu',
      weekly: { 2: day, 3: day },
      travel: [{ from: '2026-12-02', timeZone: 'Pacific/Auckland' }],
      deliveries: ['start', '12:00'],
    }),
  )
  assert.deepEqual(digests(r, '2026-12-01T00:00Z', '2026-12-02T12:00Z'), [
    '2026-12-01T19:00Z',
    '2026-12-01T20:00Z',
    '2026-12-01T22:00Z',
    '2026-12-01T23:00Z',
  ])
})

test('the next digest is found a year ahead, its last moment included', () => {
  const r = resolve(Calendar.parse({ timeZone: 'UTC', weekly: {}, overrides: { '2027-11-24': day }, deliveries: ['start'] }))
  assert.equal(nextDigest(r, ms('2026-11-23T09:00Z')), ms('2027-11-24T09:00Z'))
  assert.equal(nextDigest(r, ms('2026-11-23T08:59:59.999Z')), null)
})

test('a range of digests holds its first moment and not its last', () => {
  assert.deepEqual(digests(person(day), '2026-11-23T09:00Z', '2026-11-23T16:00Z'), ['2026-11-23T09:00Z'])
})
