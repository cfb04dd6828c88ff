/** For whom passkeys are made: a name, and the pages that may ask for them. */
export interface RelyingParty {
  readonly id: string
  readonly origins: readonly string[]
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whose passkeys those of a Baton are, by the address people use; null where browsers know none: at an address without a name, and beyond this
 * machine without TLS. On this machine they are those of `localhost`, however it is written.
 */
export function relyingPartyOf(url: string): RelyingParty | null {
  const { protocol, hostname, port, origin } = new URL(url)
  if (loopback.has(hostname)) return { id: 'localhost', origins: [`${protocol}//localhost${port === '' ? '' : `:${port}`}`] }
  const isNamed = !/^\[|^\d+(\.\d+){3}$/.test(hostname)
  return isNamed && protocol === 'https:' ? { id: hostname, origins: [origin] } : null
}
