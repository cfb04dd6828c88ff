import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleOf } from './thread-people.ts'

const named = (handle: string) => ({ handle, name: handle })
const [ann, ben, cleo, dan] = [named('ann'), named('ben'), named('cleo'), named('dan')] as const
const open: Parameters<typeof peopleOf>[0] = { state: 'open', outcome: null, dri: null, by: ann, nextOwner: null, writers: [] }
const handles = (over: Partial<typeof open>): string[] => peopleOf({ ...open, ...over }).map(({ handle }) => handle)

test('a thread shows who owns it, whom it waits for and who wrote last, each once and three at most', () => {
  assert.deepEqual(handles({}), ['ann'])
  assert.deepEqual(handles({ dri: ben, writers: [cleo, ben, ann] }), ['ben', 'cleo', 'ann'])
  assert.deepEqual(handles({ nextOwner: dan, writers: [cleo, ben, ann] }), ['ann', 'dan', 'cleo'])
  assert.deepEqual(handles({ nextOwner: ann, writers: [ann, ben] }), ['ann', 'ben'])
})

test('of a thread that is concluded, who concluded it is shown', () => {
  const outcome = { body: 'Done', html: '', by: cleo, at: '2026-11-17T12:00:00Z', version: '1', draft: false }
  assert.deepEqual(handles({ state: 'concluded', outcome, writers: [ben] }), ['cleo'])
})
