import { getCookie, setCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Context } from '#platform/context.ts'
import type { Endpoint, InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { Failure, invalid, notFound } from '#platform/contract/failure.ts'
import { parsed } from '#platform/contract/parsed.ts'
import { type App, clientAddress, type RequestContext, type Server } from './app.ts'
import { ensureDeclared, refusingAsDeclared } from './as-declared.ts'
import { digestOf, sameTag } from './entity-tag.ts'
import { once } from './once.ts'
import { nulCharacter, readBody } from './read-body.ts'
import { refusalText } from './refusal-texts.ts'
import { permits } from './scopes.ts'
import { wishedLanguages } from './wished-languages.ts'
import type { Visit } from './visit.ts'

/** Where every endpoint stands. */
export const BASE = '/api/v1'
/** For how many seconds a browser that is signing in is known as the one that began. */
const SIGNING_IN = 3600

/** How an answer is found again when the same request is sent a second time: the thing made or changed, as it is now. */
export type Again<Input, Output> = (ctx: Context, input: Input, made: string | null) => Promise<Output>

type Answering<E extends Endpoint> = (ctx: Context, input: InputOf<E>, visit: Visit) => Promise<OutputOf<E>>

/** How an endpoint is answered: by a function, and where something is written, how a repeat of it is. */
interface Manner<E extends Endpoint> {
  readonly answer: Answering<E>
  /** Present on everything unsafe that `Idempotency-Key` may accompany. */
  readonly again?: Again<InputOf<E>, OutputOf<E>>
  /** What names the version of the thing answered, for `If-Match`; without it the answer's own text does. */
  readonly version?: (output: OutputOf<E>) => string
  /** What a repeat needs to find the thing made. */
  readonly made?: (output: OutputOf<E>) => string
}

/** Binds a declared endpoint to the function that answers it for the person who asks. */
export function handle<E extends Endpoint>(app: App, endpoint: E, way: Answering<E> | Manner<E>): void {
  const { answer, again, version, made }: Manner<E> = typeof way === 'function' ? { answer: way } : way
  app.endpoints.push(endpoint)
  const respond = async (c: RequestContext): Promise<Response> => {
    const visit = await visitOf(app.server, c)
    const ctx = contextOf(endpoint, visit, c)
    // Behind it, a client has the stream of changes tell what may not be in this answer.
    if (visit.identity) c.header('baton-position', String(visit.identity.position))
    const { input, text } = await inputOf(endpoint, c)
    const key = c.req.header('idempotency-key')
    const run = (within: Context): Promise<OutputOf<E>> => answer(within, input, visit)
    const output =
      key && again && endpoint.method !== 'GET'
        ? await once(
            ctx,
            { key, request: `${endpoint.name} ${c.req.path} ${text}`, made },
            { run, again: (within, made) => again(within, input, made) },
          )
        : await run(ctx)
    return answerWith(app.server, c, { endpoint, output, version: version?.(output) })
  }
  app.hono.on(endpoint.method, BASE + endpoint.path, refusingAsDeclared(app.server, endpoint, respond))
}

type OpenAnswering<E extends Endpoint> = (visit: Visit, input: InputOf<E>) => Promise<OutputOf<E>>

interface OpenManner<E extends Endpoint> {
  readonly answer: OpenAnswering<E>
  /** Refuses before anything of the request is read. */
  readonly first: (visit: Visit) => Promise<void>
}

/** Binds an endpoint that needs no sign-in. */
export function handleOpen<E extends Endpoint>(app: App, endpoint: E, way: OpenAnswering<E> | OpenManner<E>): void {
  const { answer, first } = typeof way === 'function' ? { answer: way, first: undefined } : way
  app.endpoints.push(endpoint)
  const respond = async (c: RequestContext): Promise<Response> => {
    const visit = await visitOf(app.server, c)
    await first?.(visit)
    const { input } = await inputOf(endpoint, c)
    return answerWith(app.server, c, { endpoint, output: await answer(visit, input) })
  }
  app.hono.on(endpoint.method, BASE + endpoint.path, refusingAsDeclared(app.server, endpoint, respond))
}

/** Who asks, from where and when. Also for the few addresses that are not endpoints, such as the live stream. */
export async function visitOf(server: Server, c: RequestContext): Promise<Visit> {
  const secure = server.url.startsWith('https:')
  const cookie = secure ? '__Host-baton' : 'baton'
  const door = `${cookie}-door`
  const sessionSecret = getCookie(c, cookie) ?? null
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
  const now = c.get('now')
  const identity = bearer
    ? await server.identify(bearer, 'token', now)
    : sessionSecret
      ? await server.identify(sessionSecret, 'session', now)
      : null
  const set = (name: string, value: string, maxAge: number): void =>
    setCookie(c, name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure, maxAge })
  return {
    db: server.db,
    now,
    requestId: c.get('requestId'),
    address: clientAddress(server, c),
    userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
    languages: wishedLanguages(c.req.header('accept-language') ?? ''),
    identity,
    sessionSecret,
    doorSecret: getCookie(c, door) ?? null,
    sign: server.sign,
    keepDoor: (secret) => set(door, secret, SIGNING_IN),
    keepSession: (secret, expiresAt) => set(cookie, secret, Math.floor(expiresAt.since(now).total('seconds'))),
    dropSession: () => set(cookie, '', 0),
  }
}

function contextOf(endpoint: Pick<Endpoint, 'access'>, visit: Visit, c: RequestContext): Context {
  const { identity } = visit
  if (!identity) throw signInFirst()
  if (identity.scopes && !(endpoint.access !== 'session' && permits(identity.scopes, endpoint.access)))
    throw tokenTooNarrow(endpoint.access)
  const { workspaceId, personId, handle: name, role } = identity
  const writer = c.req.header('baton-person')
  if (writer !== undefined && writer !== personId) throw writtenByAnother()
  return {
    db: visit.db,
    workspaceId,
    personId,
    handle: name,
    role,
    now: visit.now,
    requestId: visit.requestId,
    origin: { address: visit.address, userAgent: visit.userAgent },
    languages: visit.languages,
    ifMatch: c.req.header('if-match') ?? null,
    sign: visit.sign,
  }
}

/** The context of whoever makes a request, refusing where there is no sign-in or the token is too narrow. */
export function requireContext(access: string, visit: Visit, c: RequestContext): Context {
  return contextOf({ access: access as Endpoint['access'] }, visit, c)
}

const signInFirst = (): Failure =>
  new Failure({
    code: 'session.required',
    status: 401,
    message: () => refusalText('signInFirst', { header: 'Authorization: Bearer baton_…' }),
  })

const tokenTooNarrow = (access: string): Failure =>
  new Failure({
    code: 'token.too_narrow',
    status: 403,
    message: () => (access === 'session' ? refusalText('noToken') : refusalText('tokenTooNarrow', { scope: access })),
  })

/** What waited in a browser to be sent is not sent as somebody else who has signed in there meanwhile. */
const writtenByAnother = (): Failure =>
  new Failure({
    code: 'session.other_person',
    status: 403,
    message: () => refusalText('otherPerson'),
  })

async function inputOf<E extends Endpoint>(endpoint: E, c: RequestContext): Promise<{ input: InputOf<E>; text: string }> {
  const named = namedInput(endpoint, c)
  const { value, text } = endpoint.method === 'GET' ? { value: {}, text: '' } : await readBody(c)
  return { input: { ...named, ...parsed(endpoint.body, value) } as InputOf<E>, text }
}

/** What stands in the address: in its path and in its query. */
export function namedInput({ params: inPath, query, ...endpoint }: Endpoint, c: RequestContext): Record<string, unknown> {
  const given = c.req.param()
  const params = inPath.safeParse(given)
  if (!params.success || holdsNul(given)) throw notFound(whatOf(endpoint))
  return { ...params.data, ...parsed(query, queryOf(c)) }
}

/** What an address that can name nothing did not find: the same as one that names something absent. */
function whatOf({ failures, path }: Pick<Endpoint, 'failures' | 'path'>): string {
  const declared = failures.find((code) => code.endsWith('.not_found'))
  return declared?.replace('.not_found', '') ?? path.split('/')[1] ?? 'thing'
}

/** Each key once: of two, nobody could say which is meant. */
function queryOf(c: RequestContext): Record<string, string> {
  const query = c.req.query()
  if (holdsNul(query)) throw nulCharacter('nulInAddress')
  const twice = Object.entries(c.req.queries()).filter(([, values]) => values.length > 1)
  if (twice.length > 0) throw invalid(twice.map(([path]) => ({ path, message: () => refusalText('once') })))
  return query
}

/** PostgreSQL's text cannot hold it. */
function holdsNul(fields: Readonly<Record<string, string>>): boolean {
  return Object.values(fields).some((value) => value.includes('\0'))
}

interface Answer<Output> {
  readonly endpoint: Pick<Endpoint, 'name' | 'method' | 'output' | 'status'>
  readonly output: Output
  readonly version?: string | undefined
}

/**
 * Answers what an endpoint declares, with its tag: the version, where it has one for `If-Match`, and behind it the rest of what is answered. What stands
 * beside a text changes without it.
 */
export function answerWith<Output>(server: Server, c: RequestContext, { endpoint, output, version }: Answer<Output>): Response {
  if (server.checkOutputs) ensureDeclared(endpoint, output)
  const text = JSON.stringify(output)
  const digest = version !== undefined || endpoint.method === 'GET' ? digestOf(text) : null
  const etag = digest === null ? null : version === undefined ? `W/"${digest}"` : `"${version}.${digest}"`
  if (etag) c.header('etag', etag)
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'accept-language')
  if (etag && endpoint.method === 'GET' && sameTag(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  c.header('content-type', 'application/json; charset=utf-8')
  return c.body(text, endpoint.status as ContentfulStatusCode)
}
