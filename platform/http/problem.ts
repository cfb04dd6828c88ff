import type { z } from 'zod'
import { type Failure, invalid } from '#platform/contract/failure.ts'

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly errors?: readonly { path: string; message: string }[]
}

const titles: Record<number, string> = {
  400: 'The request could not be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict with what is already so',
  412: 'Changed since you read it',
  413: 'Too large',
  421: 'Not answered here',
  422: 'Some fields need a change',
  429: 'Too many requests',
  500: 'Something failed in Baton',
  503: 'Not available just now',
  507: 'No room left',
}

/** RFC 9457: what a refusal looks like on the wire. */
export function problemOf(failure: Failure): Problem & Record<string, unknown> {
  return {
    type: `/api#${failure.code}`,
    title: titles[failure.status] ?? 'Refused',
    status: failure.status,
    detail: failure.message,
    code: failure.code,
    ...(failure.details.errors ? { errors: failure.details.errors } : {}),
    ...failure.details.extra,
  }
}

/** The answer when Baton itself is at fault; the cause is in the log under the request's id. */
export function internalProblem(requestId: string): Problem & { requestId: string } {
  const detail = 'Nothing was changed. Try again; if it fails again, tell whoever runs this Baton the request id.'
  return { type: '/api#internal', title: titles[500] ?? '', status: 500, detail, code: 'internal', requestId }
}

/** Fields that a schema refused, each by its place. */
export function invalidInput(error: z.ZodError): Failure {
  return invalid(error.issues.flatMap(fieldErrors))
}

function fieldErrors(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'There is no such field. Leave it out' }))
  }
  if (issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message)) {
    return [{ path, message: 'This is required' }]
  }
  return [{ path, message: issue.message }]
}
