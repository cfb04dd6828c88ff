import type { RequestContext, Server } from './app.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** The headers every answer carries: nothing inline, nothing from elsewhere, not to be framed. An answer may say a policy of its own. */
export function securityHeaders(c: RequestContext, server: Server): void {
  const { headers } = c.res
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy)
  headers.set('x-content-type-options', 'nosniff')
  headers.set('referrer-policy', 'same-origin')
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  headers.set('x-request-id', c.get('requestId'))
  if (server.url.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains')
}
