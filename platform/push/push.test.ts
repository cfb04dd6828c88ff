import assert from 'node:assert/strict'
import { createECDH, createPublicKey, verify } from 'node:crypto'
import { test } from 'node:test'
import { isPushAddress, PrivateAddress, publicLookup } from './addresses.ts'
import { arePushKeys, encryptPush } from './encrypt.ts'
import { openPushTransport, PushFailure } from './transport.ts'
import { pushIdentity } from './vapid.ts'

/** RFC 8291, appendix A. */
const rfc = {
  text: 'When I grow up, I want to be a watermelon',
  own: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
}
const secret = 'the secret of this server, of 32 characters'
const now = Temporal.Instant.from('2026-11-23T10:00:00Z')

test('a push is encrypted as RFC 8291 shows it', () => {
  const own = createECDH('prime256v1')
  own.setPrivateKey(rfc.own, 'base64url')
  const body = encryptPush(rfc.text, rfc.keys, { salt: Buffer.from(rfc.salt, 'base64url'), own })
  assert.equal(body.toString('base64url'), rfc.body)
  assert.notDeepEqual(encryptPush(rfc.text, rfc.keys), encryptPush(rfc.text, rfc.keys))
})

test('keys that no browser makes are known as such', () => {
  assert.equal(arePushKeys(rfc.keys), true)
  assert.equal(arePushKeys({ ...rfc.keys, auth: 'c2hvcnQ' }), false)
  for (const p256dh of ['', 'BCVx', `BC${'A'.repeat(85)}`]) assert.equal(arePushKeys({ ...rfc.keys, p256dh }), false, p256dh)
})

test('the server shows each push service who it is, for half a day, by the key that its secret makes', () => {
  const identity = pushIdentity(secret, 'https://baton.example')
  const [, token = '', key] = /^vapid t=(\S+), k=(\S+)$/.exec(identity.authorization('https://push.example/send/one', now)) ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  assert.equal(key, identity.publicKey)
  assert.equal(identity.publicKey, pushIdentity(secret, 'mailto:ann@halyard.example').publicKey)
  assert.notEqual(identity.publicKey, pushIdentity(`${secret}.`, 'https://baton.example').publicKey)
  assert.deepEqual(JSON.parse(Buffer.from(claims, 'base64url').toString()), {
    aud: 'https://push.example',
    exp: Math.floor(now.epochMilliseconds / 1000) + 12 * 3600,
    sub: 'https://baton.example',
  })
  const point = Buffer.from(identity.publicKey, 'base64url')
  assert.deepEqual([point.byteLength, point[0]], [65, 4])
  const coordinates = { x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const known = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', ...coordinates } })
  const signed = Buffer.from(`${head}.${claims}`)
  assert.ok(verify('sha256', signed, { key: known, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url')))
})

test('only push services on the internet are sent to', async () => {
  for (const good of [
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
  ])
    assert.equal(isPushAddress(good), true, good)
  for (const bad of [
    'http://push.example/x',
    'ftp://push.example/x',
    'https://push.example:8443/x',
    'https://ann@push.example/x',
    'https://localhost/x',
    'https://push.localhost./x',
    'https://printer.local/x',
    'https://db.internal/x',
    'https://intranet/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://8.8.8.8/x',
    'https://[::1]/x',
    'https://[2a00::1]/x',
    'nothing',
  ])
    assert.equal(isPushAddress(bad), false, bad)
})

test('a name that leads into a private network is refused before a byte is sent', async () => {
  const look = (name: string) =>
    new Promise((resolve, reject) => publicLookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found))))
  for (const name of [
    'localhost',
    '127.0.0.1',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.1.1',
    '::1',
    '::ffff:10.0.0.1',
    'fd00::1',
    '64:ff9b::7f00:1',
  ])
    await assert.rejects(look(name), PrivateAddress, name)
  assert.deepEqual(await look('8.8.8.8'), [{ address: '8.8.8.8', family: 4 }])
  const transport = openPushTransport(pushIdentity(secret, 'https://baton.example'))
  const push = { endpoint: 'https://127.0.0.1/x', keys: rfc.keys, text: 'x', topic: 'x', ttl: 0, isUrgent: false, now }
  await assert.rejects(transport.send(push), (error) => error instanceof PushFailure && error.outcome === 'refused')
  transport.close()
})
