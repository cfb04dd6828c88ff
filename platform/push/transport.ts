import http from 'node:http'
import https from 'node:https'
import { isPushAddress, PrivateAddress, publicLookup } from './addresses.ts'
import { encryptPush, type PushKeys } from './encrypt.ts'
import type { PushIdentity } from './vapid.ts'

export interface OutgoingPush {
  /** Where the push service of the browser takes it. */
  readonly endpoint: string
  readonly keys: PushKeys
  readonly text: string
  /** A push with the same topic that the service still holds is replaced: at most 32 letters of base64url. */
  readonly topic: string
  /** How many seconds the service may hold it for a browser that is not there. */
  readonly ttl: number
  readonly isUrgent: boolean
  readonly now: Temporal.Instant
}

/** How sending ended where it did not succeed. `gone`: the browser takes none any more. `refused`: this one never will be. `later`: another time may do. */
export class PushFailure extends Error {
  readonly outcome: 'later' | 'refused' | 'gone'

  constructor(outcome: PushFailure['outcome'], message: string) {
    super(message)
    this.outcome = outcome
  }
}

export interface PushTransport {
  /** Resolves when the push service has taken it. Throws `PushFailure`. */
  send(push: OutgoingPush): Promise<void>
  close(): void
}

const PATIENCE = 10_000

/** Sends to push services, never to an address in a private network, whatever its name leads to. `near`: to this machine, without TLS. */
export function openPushTransport(identity: PushIdentity, { near = false } = {}): PushTransport {
  const agent = near ? new http.Agent({ keepAlive: true }) : new https.Agent({ keepAlive: true, maxSockets: 20, lookup: publicLookup })
  const request = near ? http.request : https.request
  return {
    send: async ({ endpoint, keys, text, topic, ttl, isUrgent, now }) => {
      if (!near && !isPushAddress(endpoint)) throw new PushFailure('refused', 'This is no address of a push service.')
      const body = encryptPush(text, keys)
      const headers = {
        authorization: identity.authorization(endpoint, now),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        'content-length': String(body.byteLength),
        ttl: String(ttl),
        topic,
        urgency: isUrgent ? 'high' : 'normal',
      }
      const status = await statusOf(request(endpoint, { agent, method: 'POST', headers, timeout: PATIENCE }), body).catch(failed)
      if (status < 200 || status > 299) throw new PushFailure(outcomeOf(status), `The push service answered ${status}.`)
    },
    close: () => agent.destroy(),
  }
}

function statusOf(request: http.ClientRequest, body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    request.on('response', (response) => {
      response.on('error', reject)
      // Its words are of no use; the connection is, once they have passed.
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    request.on('timeout', () => request.destroy(new Error('The push service did not answer in time.')))
    request.on('error', reject)
    request.end(body)
  })
}

function outcomeOf(status: number): PushFailure['outcome'] {
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'later' : 'refused'
}

/** A second copy takes the first one's place, so that what may have been taken is sent again without harm. */
function failed(error: Error): never {
  throw new PushFailure(error instanceof PrivateAddress ? 'refused' : 'later', error.message)
}
