import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Calendar } from '../contract/calendar.ts'
import { nextReachable } from './next-reachable.ts'
import { resolve } from './resolve.ts'

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number | null): string | null =>
  instant === null ? null : Temporal.Instant.fromEpochMilliseconds(instant).toString().replace(':00Z', 'Z')
const somebody = (handle: string, timeZone: string, hours: [string, string][] = [['09:00', '17:00']]) => ({
  handle,
  resolved: resolve(Calendar.parse({ timeZone, weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, hours])) })),
})
const order = (people: ReturnType<typeof somebody>[], from: string): string[] =>
  nextReachable(people, ms(from)).map(({ handle, at, until }) => `${handle} ${iso(at)} ${iso(until)}`)

test('the baton follows the sun', () => {
  const people = [somebody('rui', 'America/Sao_Paulo'), somebody('asha', 'Asia/Kolkata'), somebody('ana', 'Europe/Lisbon')]
  assert.deepEqual(order(people, '2026-11-23T19:30Z'), [
    'rui 2026-11-23T19:30Z 2026-11-23T20:00Z',
    'asha 2026-11-24T03:30Z 2026-11-24T11:30Z',
    'ana 2026-11-24T09:00Z 2026-11-24T17:00Z',
  ])
})

test('of two who can be reached at once the longer stretch comes first', () => {
  const people = [somebody('ana', 'UTC'), somebody('ben', 'UTC', [['08:00', '18:00']])]
  assert.deepEqual(order(people, '2026-11-23T10:00Z'), [
    'ben 2026-11-23T10:00Z 2026-11-23T18:00Z',
    'ana 2026-11-23T10:00Z 2026-11-23T17:00Z',
  ])
})

test('equals stand by handle, in code units', () => {
  const people = ['b', 'a', 'Z', 'ä', 'a1'].map((handle) => somebody(handle, 'UTC'))
  assert.deepEqual(
    nextReachable(people, ms('2026-11-23T10:00Z')).map(({ handle }) => handle),
    ['Z', 'a', 'a1', 'b', 'ä'],
  )
})

test('those who never can come last, by handle', () => {
  const people = [somebody('b', 'UTC', []), somebody('a', 'UTC', []), somebody('z', 'UTC')]
  assert.deepEqual(order(people, '2026-11-23T18:00Z'), ['z 2026-11-24T09:00Z 2026-11-24T17:00Z', 'a null null', 'b null null'])
})
