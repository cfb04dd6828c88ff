const schemes = ['http:', 'https:', 'mailto:']

/** The address a link may lead to, as a browser would read it, or null: whole addresses of http, https and mailto only. */
export function addressOf(written: string | null): string | null {
  if (written === null || !URL.canParse(written)) return null
  const url = new URL(written)
  return schemes.includes(url.protocol) ? url.href : null
}
