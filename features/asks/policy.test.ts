import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  mayAcknowledge,
  mayAnswer,
  mayDecline,
  mayMove,
  mayPass,
  mayPassBack,
  mayTake,
  mayTakePost,
  mayWithdraw,
  owesReasonToMove,
  type Parties,
} from './policy.ts'
import { isWasDue } from './rules/settled.ts'

const ask = { asker: 'ann', owner: 'bo', isOffered: false }
const those = (may: (actor: string, parties: Parties) => boolean, parties: Parties = ask): string[] =>
  ['ann', 'bo', 'caio'].filter((actor) => may(actor, parties))

test('the owner answers, declines and says seen; who asked takes a post, withdraws and passes back; both pass and move', () => {
  for (const may of [mayAnswer, mayDecline, mayAcknowledge]) assert.deepEqual(those(may), ['bo'])
  for (const may of [mayTakePost, mayWithdraw, mayPassBack]) assert.deepEqual(those(may), ['ann'])
  for (const may of [mayPass, mayMove]) assert.deepEqual(those(may), ['ann', 'bo'])
})

test('what a space has is taken or answered by its members, and nothing else is theirs until they have it', () => {
  const ofSpace = { asker: 'ann', owner: null, isOffered: true }
  for (const may of [mayTake, mayAnswer]) assert.deepEqual(those(may, ofSpace), ['ann', 'bo', 'caio'])
  for (const may of [mayDecline, mayAcknowledge]) assert.deepEqual(those(may, ofSpace), [])
  for (const may of [mayPass, mayMove, mayWithdraw]) assert.deepEqual(those(may, ofSpace), ['ann'])
  assert.deepEqual(those(mayTake, { ...ofSpace, isOffered: false }), [])
})

test('who covers may take what its owner has, and answers only then', () => {
  const covered = { asker: 'ann', owner: 'bo', isOffered: true }
  assert.deepEqual(those(mayTake, covered), ['ann', 'caio'])
  assert.deepEqual(those(mayAnswer, covered), ['bo'])
})

test('only who asked moves without saying why, also when they have the ask themselves', () => {
  assert.deepEqual(those(owesReasonToMove), ['bo', 'caio'])
  assert.equal(owesReasonToMove('ann', { asker: 'ann', owner: 'ann', isOffered: false }), false)
})

test('an open ask was due from the moment after its due on', () => {
  const due = '2026-11-25T11:30:00Z'
  const at = (instant: string): number => Date.parse(instant)
  assert.equal(isWasDue({ state: 'open', due }, at(due)), false)
  assert.equal(isWasDue({ state: 'open', due }, at(due) + 1), true)
  assert.equal(isWasDue({ state: 'answered', due }, at(due) + 1), false)
  assert.equal(isWasDue({ state: 'open', due: null }, at(due)), false)
})
