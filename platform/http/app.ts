import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context as HonoContext, Hono } from 'hono'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Failure } from '#platform/contract/failure.ts'
import type { Database } from '#platform/sql/database.ts'
import { isTooLong, isUnavailable } from '#platform/sql/unavailable.ts'
import { writtenFor } from '#platform/text/reader.ts'
import { readerAt } from '#platform/mail/translations.ts'
import type { Clock } from '#platform/time/clock.ts'
import { internalProblem, problemOf } from './problem.ts'
import { refusalText } from './refusal-texts.ts'
import { type Aside, overloaded, shedLoad } from './overload.ts'
import { securityHeaders } from './security-headers.ts'
import type { Identity } from './visit.ts'
import { wishedLanguages } from './wished-languages.ts'

export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What every request handler stands on. */
export interface Server {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  /** The address people use, without a slash at the end; links are made from it only. */
  readonly url: string
  /** How many proxies in front are trusted to say where a request comes from. */
  readonly trustedProxies: number
  /** Checks that what is answered has the declared shape; for tests, too slow for use. */
  readonly checkOutputs: boolean
  /** What only this server can say of a text, and say again. */
  readonly sign: (text: string) => string
  identify(secret: string, kind: 'session' | 'token', now: Temporal.Instant): Promise<Identity | null>
}

export interface Variables {
  requestId: string
  now: Temporal.Instant
  aside: Aside
}

export interface App {
  readonly hono: Hono<{ Variables: Variables }>
  readonly server: Server
  /** Every endpoint bound so far: what OpenAPI prints and what the table of who may call what is made from. */
  readonly endpoints: Endpoint[]
}

export type RequestContext = HonoContext<{ Variables: Variables }>

/** An app that answers nothing yet, but knows its hosts, says its headers and turns what is thrown into problems. */
export function createApp(server: Server): App {
  const hono = new Hono<{ Variables: Variables }>()
  hono.onError((error, c) => answerError(server, c, error))
  hono.notFound((c) =>
    answerError(server, c, new Failure({ code: 'address.not_found', status: 404, message: () => refusalText('noAddress') })),
  )
  hono.use(shedLoad())
  hono.use(async (c, next) => {
    c.set('requestId', randomUUID())
    c.set('now', server.clock.now())
    ensureOurHost(server, c)
    ensureOwnOrigin(server, c)
    await next()
    securityHeaders(c, server)
  })
  return { hono, server, endpoints: [] }
}

function answerError(server: Server, c: RequestContext, error: Error): Response {
  const failure = failureOf(error)
  const requestId = c.get('requestId') ?? randomUUID()
  if (!(error instanceof Failure)) server.log.error({ err: error, requestId, method: c.req.method, path: c.req.path }, 'request failed')
  const reader = readerAt(wishedLanguages(c.req.header('accept-language') ?? ''))
  const problem = writtenFor(reader, () => (failure ? problemOf(failure) : internalProblem(requestId)))
  const retryAfter = failure?.details.retryAfterSeconds
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      'content-language': reader.language,
      vary: 'accept-language',
      'x-request-id': requestId,
      ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    },
  })
}

function failureOf(error: Error): Failure | null {
  if (error instanceof Failure) return error
  if (isTooLong(error)) return overloaded()
  return isUnavailable(error) ? unavailable() : null
}

const unavailable = (): Failure =>
  new Failure({
    code: 'service.unavailable',
    status: 503,
    message: () => refusalText('unavailable'),
    retryAfterSeconds: 2,
  })

const isAddressLiteral = (host: string): boolean => /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:.]+\])$/i.test(host)

function ensureOurHost(server: Server, c: RequestContext): void {
  const host = (c.req.header('host') ?? '').replace(/:\d+$/, '').toLowerCase()
  if (host === new URL(server.url).hostname || host === 'localhost' || isAddressLiteral(host)) return
  throw new Failure({ code: 'host.unknown', status: 421, message: () => refusalText('otherHost', { url: server.url }) })
}

/** A page of another site may not act with this browser's session. */
function ensureOwnOrigin(server: Server, c: RequestContext): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const origin = c.req.header('origin')
  if (origin === undefined || origin === new URL(server.url).origin || originHost(origin) === c.req.header('host')) return
  throw new Failure({
    code: 'origin.foreign',
    status: 403,
    message: () => refusalText('foreignOrigin', { url: server.url }),
  })
}

function originHost(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

/** Where a request comes from: the connection, or what the trusted proxies in front say of it. */
export function clientAddress(server: Server, c: RequestContext): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  const trusted = server.trustedProxies > 0 ? forwarded.at(-server.trustedProxies) : undefined
  return trusted ?? connectionAddress(c)
}

function connectionAddress(c: RequestContext): string {
  if (typeof c.env !== 'object' || c.env === null || !('incoming' in c.env)) return 'local'
  return getConnInfo(c).remote.address ?? 'unknown'
}
