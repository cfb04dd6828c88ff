import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type OnDuty, whomToPage } from './paging.ts'

const person = (handle: string, layer: number | null, working = false): OnDuty => ({ personId: handle, handle, layer, working })
const people = [person('dee', 2), person('fay', null), person('eve', null, true), person('cy', 1), person('abe', null, true)]

/** Who is paged, one after the other, when nobody acknowledges. */
function paged(duty: readonly OnDuty[], times: number): (string | null)[] {
  const pages: { personId: string; at: number }[] = []
  return Array.from({ length: times }, (_, at) => {
    const personId = whomToPage(duty, pages)
    if (personId !== null) pages.push({ personId, at })
    return personId
  })
}

test('those on shift are paged layer by layer, then members who are working, then all of them again in that order', () => {
  assert.deepEqual(paged(people, 9), ['cy', 'dee', 'abe', 'eve', 'cy', 'dee', 'abe', 'eve', 'cy'])
})

test('nobody is paged where nobody is on shift and nobody works', () => {
  assert.equal(whomToPage([person('fay', null), person('abe', null)], []), null)
  assert.equal(whomToPage([], []), null)
})

test('whoever begins a shift in between is next, and whoever the ask reached first waits for their turn', () => {
  assert.equal(
    whomToPage(people, [
      { personId: 'cy', at: 0 },
      { personId: 'eve', at: 1 },
      { personId: 'dee', at: 2 },
    ]),
    'abe',
  )
  assert.equal(whomToPage([...people, person('gus', 1)], [{ personId: 'cy', at: 0 }]), 'gus')
})

test('whoever is off shift and off hours is never paged, whatever happened before', () => {
  const duty = fc.array(
    fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      handle: fc.constantFrom('a', 'b', 'c', 'd'),
      layer: fc.option(fc.integer({ min: 1, max: 5 })),
      working: fc.boolean(),
    }),
  )
  const pages = fc.array(fc.record({ personId: fc.constantFrom('a', 'b', 'c', 'd', 'e'), at: fc.integer() }))
  fc.assert(
    fc.property(duty, pages, (some, before) => {
      const next = whomToPage(some, before)
      const reachable = some.filter(({ layer, working }) => layer !== null || working)
      assert.equal(next === null, reachable.length === 0)
      assert.ok(next === null || reachable.some(({ personId }) => personId === next))
    }),
  )
})
