import type { Endpoint, OutputOf, RequestOf } from './endpoint.ts'
import { defineTexts } from '#platform/text/define-texts.ts'
import { reader } from '#platform/text/reader.ts'

const t = defineTexts('app-call', { noAnswer: 'The server did not answer.' })

/** What is wrong with a field, in the reader's words. */
export interface RefusedField {
  readonly path: string
  readonly message: string
}

/** A refusal as it came over the wire. `status` 0: the server was not reached. */
export class RefusedError extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly RefusedField[]
  readonly problem: Readonly<Record<string, unknown>>

  constructor(status: number, problem: Readonly<Record<string, unknown>>) {
    super(typeof problem['detail'] === 'string' ? problem['detail'] : t('noAnswer'))
    this.status = status
    this.code = typeof problem['code'] === 'string' ? problem['code'] : 'server.unreachable'
    this.errors = Array.isArray(problem['errors']) ? (problem['errors'] as RefusedField[]) : []
    this.problem = problem
  }
}

/** Whether what failed did not reach a server that answers: the same may be sent again. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof RefusedError && (error.status === 0 || error.status >= 502)
}

export interface CallOptions {
  /** Sent as `Authorization: Bearer`; a browser sends its cookie instead. */
  readonly token?: string | undefined
  readonly idempotencyKey?: string | undefined
  readonly ifMatch?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Told up to which position in the order of the workspace all is in the answer. */
  readonly onPosition?: (position: string) => void
  /** Where the server is; empty for the page's own. */
  readonly url?: string
}

/** Where a call goes, and what is left of its input for the query or the body. */
export function requestOf<E extends Endpoint>(endpoint: E, input: RequestOf<E>): { path: string; body: Record<string, unknown> } {
  return fillPath(endpoint.path, input as Record<string, unknown>)
}

/**
 * Calls a declared endpoint. Input is spread over path, query and body as the declaration says. Throws `RefusedError` for every answer that
 * is not a success, and with status 0 when there is none.
 */
export async function call<E extends Endpoint>(endpoint: E, input: RequestOf<E>, options: CallOptions = {}): Promise<OutputOf<E>> {
  const { path, body: rest } = requestOf(endpoint, input)
  const asQuery = endpoint.method === 'GET'
  const response = await fetch(`${options.url ?? ''}/api/v1${path}${asQuery ? queryOf(rest) : ''}`, {
    method: endpoint.method,
    headers: headersOf(options, !asQuery),
    ...(asQuery ? {} : { body: JSON.stringify(rest) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    if (options.signal?.aborted) throw error
    throw new RefusedError(0, {})
  })
  const body: unknown = await response.json().catch(() => ({}))
  if (!response.ok) throw new RefusedError(response.status, body as Record<string, unknown>)
  const position = response.headers.get('baton-position')
  if (position !== null) options.onPosition?.(position)
  // The server answers what it declares: its tests check every answer against the same schema.
  return body as OutputOf<E>
}

function headersOf({ token, idempotencyKey, ifMatch }: CallOptions, hasBody: boolean): Record<string, string> {
  return {
    'accept-language': acceptedLanguage(),
    ...(hasBody ? { 'content-type': 'application/json' } : {}),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    ...(ifMatch ? { 'if-match': ifMatch } : {}),
  }
}

/** What refusals are to be written in: the language that is read here, which a browser may not know of. */
export const acceptedLanguage = (): string => new Intl.Locale(reader().locale).baseName

function fillPath(pattern: string, input: Record<string, unknown>): { path: string; body: Record<string, unknown> } {
  const rest = { ...input }
  const path = pattern.replaceAll(/:(\w+)/g, (_, key: string) => {
    const value = String(rest[key])
    delete rest[key]
    return encodeURIComponent(value)
  })
  return { path, body: rest }
}

function queryOf(fields: Record<string, unknown>): string {
  const pairs = Object.entries(fields).filter(([, value]) => value !== undefined)
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)])).toString()}`
}
