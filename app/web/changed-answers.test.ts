import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getIncident } from '#features/asks/contract/incidents.ts'
import { getOnCall, getRotation, listRotations } from '#features/availability/contract/rotations.ts'
import { getCalendar } from '#features/availability/contract/calendars.ts'
import { listInvitations } from '#features/availability/contract/invitations.ts'
import { listShifts } from '#features/availability/contract/shifts.ts'
import { listSessions } from '#features/people/contract/sign-in.ts'
import { listTokens } from '#features/people/contract/tokens.ts'
import { listFollowers } from '#features/threads/contract/threads.ts'
import { changedAnswers } from './changed-answers.ts'

test('a thread concerns its own answers and no other thread’s', () => {
  assert.deepEqual(changedAnswers(['thread:412']), [
    ['getThread', { number: '412' }],
    ['listPosts', { number: '412' }],
    ['getIncident', { number: '412' }],
    ['listDirectThreads'],
    [listFollowers.name, { number: '412' }],
  ])
})

test('several keys concern what each of them does', () => {
  const names = changedAnswers(['inbox', 'held', 'today'])?.map(([name]) => name)
  assert.deepEqual([...new Set(names)].toSorted(), ['getCatchUp', 'getHeld', 'getToday', 'listInbox', 'listInboxThreads'])
})

test('what is written by name is the name of an endpoint', () => {
  const shown = [listRotations, getRotation, getOnCall, listShifts].map(({ name }) => [name])
  assert.deepEqual(changedAnswers(['rotations']), shown)
  const settings = [listSessions, listTokens, listInvitations].map(({ name }) => [name])
  assert.deepEqual(changedAnswers(['sessions', 'tokens', 'invitations']), settings)
  assert.ok(changedAnswers(['person:ann'])?.some(([name]) => name === getCalendar.name))
  assert.ok(changedAnswers(['thread:1'])?.some(([name]) => name === getIncident.name))
})

test('all is all, whatever stands beside it', () => {
  assert.equal(changedAnswers(['inbox', 'all']), null)
})

test('a key of a later server that nothing here shows concerns nothing', () => {
  assert.deepEqual(changedAnswers(['weather', 'rotation:ops', '']), [])
})
