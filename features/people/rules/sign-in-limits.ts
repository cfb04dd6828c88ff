/** What is counted, and how often within how many minutes it may fail. */
interface Limit {
  readonly key: string
  readonly most: number
  readonly minutes: number
}

/**
 * Failed sign-ins: with one account from one network address, with one account from anywhere, and from one address with any account. Many
 * addresses must work together to keep somebody out of their own account.
 */
export function signInLimits(email: string, network: string): Limit[] {
  const account = email.toLowerCase()
  return [
    { key: `sign-in:account:${account}:${network}`, most: 10, minutes: 15 },
    { key: `sign-in:account:${account}`, most: 50, minutes: 15 },
    { key: `sign-in:address:${network}`, most: 50, minutes: 15 },
  ]
}

/** Wrong guesses of one's present password. */
export function passwordLimits(personId: string): Limit[] {
  return [{ key: `password:${personId}`, most: 10, minutes: 15 }]
}

/** Codes sent to one mail address by anybody, and asked for from one network address. */
export function codeLimits(email: string, network: string): Limit[] {
  return [
    { key: `code:to:${email.toLowerCase()}`, most: 3, minutes: 60 },
    { key: `code:address:${network}`, most: 30, minutes: 60 },
  ]
}

/** Wrong codes of a second factor. */
export function secondFactorLimits(personId: string): Limit[] {
  return [{ key: `second-factor:${personId}`, most: 10, minutes: 15 }]
}

/** Sign-ins by passkey from one network address, begun and failed; a page that offers them begins one each time it is opened. */
export function passkeyLimits(network: string): { begun: Limit[]; failed: Limit[] } {
  return {
    begun: [{ key: `passkey:begun:${network}`, most: 300, minutes: 15 }],
    failed: [{ key: `passkey:failed:${network}`, most: 50, minutes: 15 }],
  }
}
