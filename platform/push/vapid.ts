import { createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto'

/** How a push service knows this server from others (RFC 8292). */
export interface PushIdentity {
  /** What browsers subscribe with: the point of the key, base64url. */
  readonly publicKey: string
  /** What a request to this push service shows; it holds for half a day. */
  authorization(endpoint: string, now: Temporal.Instant): string
}

const LASTING = { hours: 12 } as const

/** The same key each time, made from the server's secret. `contact` is whom push services write to: an `https:` or `mailto:` address. */
export function pushIdentity(serverSecret: string, contact: string): PushIdentity {
  const { privateKey, point } = keyFrom(serverSecret)
  const key = createPrivateKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', d: privateKey.toString('base64url'), x: part(point, 1), y: part(point, 33) },
  })
  const publicKey = point.toString('base64url')
  return {
    publicKey,
    authorization: (endpoint, now) => {
      const claims = { aud: new URL(endpoint).origin, exp: Math.floor(now.add(LASTING).epochMilliseconds / 1000), sub: contact }
      const text = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded(claims)}`
      const signature = sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' })
      return `vapid t=${text}.${signature.toString('base64url')}, k=${publicKey}`
    },
  }
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const part = (point: Buffer, from: number): string => point.subarray(from, from + 32).toString('base64url')

/** Not every 256 bits are a key of the curve, though all but one in four thousand million are: the first that are. */
function keyFrom(serverSecret: string, attempt = 0): { privateKey: Buffer; point: Buffer } {
  const privateKey = Buffer.from(hkdfSync('sha256', serverSecret, '', `push ${attempt}`, 32))
  const curve = createECDH('prime256v1')
  try {
    curve.setPrivateKey(privateKey)
  } catch {
    return keyFrom(serverSecret, attempt + 1)
  }
  return { privateKey, point: curve.getPublicKey() }
}
