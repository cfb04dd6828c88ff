import assert from 'node:assert/strict'
import { test } from 'node:test'
import { relyingPartyOf } from './relying-party.ts'

test('passkeys are for the name in the address, over TLS', () => {
  const party = { id: 'baton.example.com', origins: ['https://baton.example.com'] }
  assert.deepEqual(relyingPartyOf('https://baton.example.com'), party)
  assert.deepEqual(relyingPartyOf('https://baton.example.com:8443')?.origins, ['https://baton.example.com:8443'])
  assert.equal(relyingPartyOf('http://baton.example.com'), null)
})

test('on this machine they are those of localhost, however it is written', () => {
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    assert.deepEqual(relyingPartyOf(`http://${host}:3000`), { id: 'localhost', origins: ['http://localhost:3000'] })
})

test('an address without a name has none', () => {
  for (const url of ['https://192.0.2.7', 'https://[2001:db8::1]', 'http://192.0.2.7:3000']) assert.equal(relyingPartyOf(url), null)
})
