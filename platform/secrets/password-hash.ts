import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** What OWASP recommends for argon2id: 19 MiB, two passes, one lane. */
const strength = { memory: 19_456, passes: 2, parallelism: 1 }
const TAG = 32

/** Hashes a password with argon2id, off the main thread. Returns a PHC string that holds its own parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive(password, { nonce, ...strength })
  const { memory, passes, parallelism } = strength
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`
}

/** Whether this is the password. Takes as long with no hash to compare to, so that the time taken tells nothing. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const { tag, ...parameters } = parse(hash ?? nobodys)
  const same = timingSafeEqual(await derive(password, parameters), tag)
  return same && hash !== null
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')
const nobodys = `$argon2id$v=19$m=${strength.memory},t=${strength.passes},p=${strength.parallelism}$${base64(Buffer.alloc(16))}$${base64(Buffer.alloc(TAG))}`

interface Parameters {
  readonly nonce: Buffer
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

function parse(hash: string): Parameters & { tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash)
  if (!found) throw new Error('A stored password hash is not as it was written.')
  const [, memory, passes, parallelism, nonce = '', tag = ''] = found
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

function derive(password: string, parameters: Parameters): Promise<Buffer> {
  // One text may be typed as different code points on different machines.
  const message = password.normalize('NFC')
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, tagLength: TAG, ...parameters }, (error, tag) => (error ? reject(error) : resolve(tag)))
  })
}
