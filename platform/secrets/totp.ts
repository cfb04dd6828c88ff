import { Secret, TOTP } from 'otpauth'

/** Of the devices' clocks: one step to either side. */
const TOLERANCE = 1

interface Shown {
  readonly issuer: string
  readonly label: string
}

/** A new secret for an authenticator app: 160 bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that hands a secret to an authenticator app; what it shows beside the code is `issuer` and `label`. */
export function totpAddress(secret: string, { issuer, label }: Shown): string {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret) }).toString()
}

/** The step of time, 30 seconds each, to which a code belongs; null for a code of another time or another secret. */
export function totpStep(secret: string, code: string, now: Temporal.Instant): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  const timestamp = now.epochMilliseconds
  const delta = totp.validate({ token: code, timestamp, window: TOLERANCE })
  return delta === null ? null : totp.counter({ timestamp }) + delta
}

/** The code that belongs to an instant. */
export function totpCode(secret: string, now: Temporal.Instant): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.epochMilliseconds })
}
