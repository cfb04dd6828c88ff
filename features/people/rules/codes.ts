/** How often a code may be tried. */
export const MOST_TRIES = 5

/** A code that was sent works for ten minutes. */
export function codeExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: 10 })
}

/** What a passkey is to sign holds for five minutes. */
export function challengeExpiry(now: Temporal.Instant): Temporal.Instant {
  return now.add({ minutes: 5 })
}

/** How many recovery codes there are at first. */
export const RECOVERY_CODES = 10

/** A code as it was shown, however it was typed: without spaces and hyphens, in small letters. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[\s-]/g, '')
}
