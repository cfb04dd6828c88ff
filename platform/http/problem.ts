import type { Failure } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly errors?: readonly { path: string; message: string }[]
}

/** RFC 9457: what a refusal looks like on the wire, in the words of its reader. */
export function problemOf(failure: Failure): Problem & Record<string, unknown> {
  return {
    type: `/api#${failure.code}`,
    title: refusalText(`title${failure.status}`),
    status: failure.status,
    detail: failure.say(),
    code: failure.code,
    ...(failure.details.errors ? { errors: failure.details.errors.map(({ path, message }) => ({ path, message: message() })) } : {}),
    ...failure.details.extra,
  }
}

/** The answer when Baton itself is at fault; the cause is in the log under the request's id. */
export function internalProblem(requestId: string): Problem & { requestId: string } {
  const detail = refusalText('internal')
  return { type: '/api#internal', title: refusalText('title500'), status: 500, detail, code: 'internal', requestId }
}
