import { createDecipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'

export interface CaughtPush {
  /** The device it was for, as `device` was told. */
  readonly device: string
  readonly headers: IncomingHttpHeaders
  /** What the device read. */
  readonly text: string
}

/** What a browser hands to the server it subscribes to. */
export interface Subscription {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

export interface PushCatcher {
  readonly pushes: CaughtPush[]
  /** A new device under this name: what it would hand over. */
  device(name: string): Subscription
  /** What is answered from now on; 201 takes a push, all else does not. */
  behave(how: (push: CaughtPush) => number): void
  close(): Promise<void>
}

interface Device {
  readonly curve: ECDH
  readonly auth: Buffer
}

/** A push service on this machine, and devices that read what it is sent. */
export async function catchPushes(): Promise<PushCatcher> {
  const devices = new Map<string, Device>()
  const pushes: CaughtPush[] = []
  let behaviour: (push: CaughtPush) => number = () => 201
  const server = createServer((request, response) => {
    void answerTo(request).then((status) => response.writeHead(status).end())
  })
  const answerTo = async (request: IncomingMessage): Promise<number> => {
    const device = (request.url ?? '').slice(1)
    const body = await buffer(request)
    const known = devices.get(device)
    if (!known) return 410
    const push = { device, headers: request.headers, text: decrypted(body, known) }
    const status = behaviour(push)
    if (status === 201) pushes.push(push)
    return status
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    pushes,
    device: (name) => {
      const curve = createECDH('prime256v1')
      const p256dh = curve.generateKeys('base64url')
      const auth = randomBytes(16)
      devices.set(name, { curve, auth })
      return { endpoint: `http://127.0.0.1:${port}/${name}`, keys: { p256dh, auth: auth.toString('base64url') } }
    },
    behave: (how) => {
      behaviour = how
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Reads a push as a browser does (RFC 8291, one record). Throws when it was not meant for these keys. */
function decrypted(body: Buffer, { curve, auth }: Device): string {
  const salt = body.subarray(0, 16)
  const theirs = body.subarray(21, 21 + body.readUInt8(20))
  const sealed = body.subarray(21 + theirs.byteLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), theirs])
  const shared = Buffer.from(hkdfSync('sha256', curve.computeSecret(theirs), auth, info, 32))
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8')
}
