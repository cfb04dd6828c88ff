import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newTotpSecret, totpAddress, totpCode, totpStep } from './totp.ts'

/** The secret of RFC 6238, appendix B, whose codes are the last six digits of those printed there. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

test('codes are those of RFC 6238', () => {
  const printed = { 59: '287082', 1111111109: '081804', 1234567890: '005924', 2000000000: '279037', 20000000000: '353130' }
  for (const [seconds, code] of Object.entries(printed)) assert.equal(totpCode(secret, at(Number(seconds))), code)
})

test('a code is known by its step, one step early or late, and no further', () => {
  const code = totpCode(secret, at(1234567890))
  const step = Math.floor(1234567890 / 30)
  for (const offset of [-30, 0, 30]) assert.equal(totpStep(secret, code, at(1234567890 + offset)), step)
  for (const offset of [-60, 60, 3600]) assert.equal(totpStep(secret, code, at(1234567890 + offset)), null)
  for (const wrong of ['', '12345', '1234567', 'abcdef', '٠٠٥٩٢٤']) assert.equal(totpStep(secret, wrong, at(1234567890)), null)
})

test('an authenticator app is told the secret, and whose it is', () => {
  const address = new URL(totpAddress(secret, { issuer: 'Halyard & Co', label: 'ann@halyard.example' }))
  assert.deepEqual(
    [address.protocol, address.searchParams.get('secret'), address.searchParams.get('issuer')],
    ['otpauth:', secret, 'Halyard & Co'],
  )
  assert.match(newTotpSecret(), /^[A-Z2-7]{32}$/)
  assert.notEqual(newTotpSecret(), newTotpSecret())
})
