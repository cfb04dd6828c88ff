import { z } from 'zod'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Fields = z.ZodType<Record<string, unknown>>

/** One HTTP operation, declared once: the server answers it, the browser and the command line call it, OpenAPI prints it. */
export interface Endpoint<
  Params extends Fields = Fields,
  Query extends Fields = Fields,
  Body extends Fields = Fields,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: string
  readonly method: Method
  /** Below /api/v1, with `:name` for each of `params`. */
  readonly path: `/${string}`
  readonly summary: string
  /** What a token must be allowed: an area of the product, read or written. `open` needs no sign-in; `session` refuses tokens. */
  readonly access: 'open' | 'session' | `${string}:${'read' | 'write' | 'admin'}`
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** The media types of a file that is the whole body, the usual one first. */
  readonly upload?: readonly string[]
  readonly output: Output
  readonly status: 200 | 201 | 204
  readonly failures: readonly string[]
  /** The media type of an answer that is not JSON. */
  readonly gives?: string
}

/** What the server's function is given: everything parsed, defaults filled in. */
export type InputOf<E extends Endpoint> = z.output<E['params']> & z.output<E['query']> & z.output<E['body']>
/** What a caller sends: what has a default may be left out. */
export type RequestOf<E extends Endpoint> = z.input<E['params']> & z.input<E['query']> & z.input<E['body']>
export type OutputOf<E extends Endpoint> = z.output<E['output']>

type Nothing = z.ZodType<Record<never, never>, Record<never, never>>
const nothing: Nothing = z.strictObject({})

type Declared<Params extends Fields, Query extends Fields, Body extends Fields, Output extends z.ZodType> = Pick<
  Endpoint<Params, Query, Body, Output>,
  'name' | 'method' | 'path' | 'summary' | 'access' | 'upload' | 'output'
> & {
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly status?: 200 | 201 | 204
  readonly failures?: readonly string[]
  readonly gives?: string
}

/** Declares an endpoint. What is not named takes nothing; fields that are not declared are refused. */
export function endpoint<
  Output extends z.ZodType,
  Params extends Fields = Nothing,
  Query extends Fields = Nothing,
  Body extends Fields = Nothing,
>(declared: Declared<Params, Query, Body, Output>): Endpoint<Params, Query, Body, Output> {
  // A part that is left out has the type parameter's default, `Nothing`.
  const none = nothing as unknown
  return { params: none as Params, query: none as Query, body: none as Body, status: 200, failures: [], ...declared }
}
