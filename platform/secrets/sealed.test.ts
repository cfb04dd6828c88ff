import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealed, unsealed } from './sealed.ts'

const secret = 'the secret of this server, of 32 characters'

test('what was sealed is read again by the same secret for the same purpose, and by nothing else', () => {
  const stored = sealed(secret, 'one thing', 'schön & geheim')
  assert.equal(unsealed(secret, 'one thing', stored), 'schön & geheim')
  assert.equal(unsealed(secret, 'another thing', stored), null)
  assert.equal(unsealed(`${secret}.`, 'one thing', stored), null)
  assert.ok(!stored.includes('geheim'))
})

test('no two seals of one text are alike, and one that was changed anywhere is refused', () => {
  const stored = sealed(secret, 'one thing', 'geheim')
  assert.notDeepEqual(stored, sealed(secret, 'one thing', 'geheim'))
  for (let at = 0; at < stored.length; at += 1) {
    const changed = Buffer.from(stored)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal(unsealed(secret, 'one thing', changed), null, `byte ${at}`)
  }
})
