import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 32 random bytes, for use in an address or a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret that is itself long and random: its SHA-256. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** A secret that can be made again from what it is for by whoever holds the server's own. */
export function derivedSecret(serverSecret: string, purpose: string): string {
  return createHmac('sha256', serverSecret).update(purpose).digest('base64url')
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(secretHash(one), secretHash(other))
}

/** Six digits that only the server's secret and this purpose make. */
export function derivedDigits(serverSecret: string, purpose: string): string {
  const number = createHmac('sha256', serverSecret).update(purpose).digest().readUIntBE(0, 6)
  return String(number % 1_000_000).padStart(6, '0')
}

const SPELLED = '23456789abcdefghijkmnpqrstuvwxyz'

/** 60 random bits that can be copied by hand, such as `k3f9-vw2m-8hxt`: no letter looks like another or like a digit. */
export function newSpelledSecret(): string {
  const letters = [...randomBytes(12)].map((byte) => SPELLED[byte % SPELLED.length])
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((part) => part.join('')).join('-')
}
