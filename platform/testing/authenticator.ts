import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** How a passkey answers; each part can be made wrong. */
interface Manner {
  readonly origin?: string
  readonly rpId?: string
  /** Whether it asked who is in front of it. */
  readonly verified?: boolean
  readonly challenge?: string
}

interface Options {
  readonly challenge: string
  readonly user?: { readonly id: string }
}

/** An authenticator in software: one passkey, which signs what it is given as a browser would hand it on. */
export interface Authenticator {
  readonly id: string
  /** Uses so far; a copy of it would go on from an earlier one. */
  counter: number
  make(options: Options, manner?: Manner): object
  answer(options: Options, manner?: Manner): object
}

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

/** A new passkey for pages at `origin`. `counting`: whether it says how often it was used, as few do. */
export function newAuthenticator({ origin, rpId, counting = true }: { origin: string; rpId: string; counting?: boolean }): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(32)
  const id = credentialId.toString('base64url')
  let userHandle = ''
  const clientData = (type: string, { challenge }: Options, manner: Manner): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge: manner.challenge ?? challenge, origin: manner.origin ?? origin, crossOrigin: false }))
  const authData = (flags: number, { rpId: other, verified = true }: Manner, count: number): Buffer => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    const flag = Buffer.from([flags | PRESENT | (verified ? VERIFIED : 0)])
    return Buffer.concat([
      createHash('sha256')
        .update(other ?? rpId)
        .digest(),
      flag,
      counter,
    ])
  }
  const shown = (response: object): object => ({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} })
  return {
    id,
    counter: 0,
    make(options, manner = {}) {
      userHandle = options.user?.id ?? ''
      const length = Buffer.alloc(2)
      length.writeUInt16BE(credentialId.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, coseKey(publicKey)])
      const data = Buffer.concat([authData(ATTESTED, manner, this.counter), attested])
      const attestation = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(data)],
      ])
      return shown({
        clientDataJSON: clientData('webauthn.create', options, manner).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      })
    },
    answer(options, manner = {}) {
      if (counting) this.counter += 1
      const client = clientData('webauthn.get', options, manner)
      const data = authData(0, manner, this.counter)
      const signature = sign('sha256', Buffer.concat([data, createHash('sha256').update(client).digest()]), privateKey)
      return shown({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle,
      })
    },
  }
}

/** An elliptic-curve key as COSE writes it: its kind, algorithm, curve and the two coordinates. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const [kind, algorithm, curve] = [Buffer.from([0x02]), Buffer.from([0x26]), Buffer.from([0x01])]
  return cborMap([
    [Buffer.from([0x01]), kind],
    [Buffer.from([0x03]), algorithm],
    [Buffer.from([0x20]), curve],
    [Buffer.from([0x21]), cborBytes(Buffer.from(x, 'base64url'))],
    [Buffer.from([0x22]), cborBytes(Buffer.from(y, 'base64url'))],
  ])
}

const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
const cborMap = (pairs: readonly (readonly [Buffer, Buffer])[]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 + pairs.length]), ...pairs.flat()])

function cborBytes(bytes: Buffer): Buffer {
  const head = bytes.length < 256 ? [0x58, bytes.length] : [0x59, bytes.length >> 8, bytes.length & 0xff]
  return Buffer.concat([Buffer.from(head), bytes])
}
