import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto'

/** What a browser gave for its pushes, base64url: its public key, and a secret that only it and we know. */
export interface PushKeys {
  readonly p256dh: string
  readonly auth: string
}

const RECORD = 4096
const LAST_RECORD = Buffer.from([2])

/** Chance, as far as encrypting needs it. */
interface Chance {
  readonly salt: Buffer
  readonly own: ECDH
}

/** Encrypts a text that only the browser with these keys can read (RFC 8291, `aes128gcm`): the whole body of a push. Up to 3,000 bytes. */
export function encryptPush(text: string, { p256dh, auth }: PushKeys, { salt, own }: Chance = chance()): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url')
  const ours = own.getPublicKey()
  const shared = hkdf(own.computeSecret(theirs), Buffer.from(auth, 'base64url'), {
    info: Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]),
    length: 32,
  })
  const key = hkdf(shared, salt, { info: Buffer.from('Content-Encoding: aes128gcm\0'), length: 16 })
  const nonce = hkdf(shared, salt, { info: Buffer.from('Content-Encoding: nonce\0'), length: 12 })
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(LAST_RECORD), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(5)
  size.writeUInt32BE(RECORD)
  size.writeUInt8(ours.byteLength, 4)
  return Buffer.concat([salt, size, ours, body])
}

/** Whether these are keys at all: a point of the curve, and sixteen bytes. */
export function arePushKeys({ p256dh, auth }: PushKeys): boolean {
  if (Buffer.from(auth, 'base64url').byteLength !== 16) return false
  const { own } = chance()
  try {
    return own.computeSecret(Buffer.from(p256dh, 'base64url')).byteLength === 32
  } catch {
    return false
  }
}

function chance(): Chance {
  const own = createECDH('prime256v1')
  own.generateKeys()
  return { salt: randomBytes(16), own }
}

const hkdf = (secret: Buffer, salt: Buffer, { info, length }: { info: Buffer; length: number }): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length))
