import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16

/** Encrypts a text to be stored (AES-256-GCM), with a key that only the server's secret and this purpose make. */
export function sealed(serverSecret: string, purpose: string, text: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyFor(serverSecret, purpose), iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** The text that was sealed; null when it was sealed with another secret or for another purpose, or changed since. */
export function unsealed(serverSecret: string, purpose: string, stored: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', keyFor(serverSecret, purpose), stored.subarray(0, IV), { authTagLength: TAG })
  decipher.setAuthTag(stored.subarray(IV, IV + TAG))
  try {
    return Buffer.concat([decipher.update(stored.subarray(IV + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const keyFor = (serverSecret: string, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', serverSecret, '', purpose, 32))
