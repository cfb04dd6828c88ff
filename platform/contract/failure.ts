import { refusalText } from './refusal-texts.ts'

export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 421 | 422 | 429 | 503 | 507

/** Words that are spoken when somebody reads them, in their language: `() => t('key', { name })`. */
export type Said = () => string

export interface FieldError {
  readonly path: string
  readonly message: Said
}

export interface FailureDetails {
  readonly errors?: readonly FieldError[]
  readonly retryAfterSeconds?: number
  /** Further members of the problem, for a client that wants to act on it. */
  readonly extra?: Readonly<Record<string, unknown>>
}

/** An expected refusal: its code may be acted on, what it says is what to do next, and it is never a bug. `message` is for logs, in English. */
export class Failure extends Error {
  readonly code: string
  readonly status: FailureStatus
  readonly say: Said
  readonly details: FailureDetails

  constructor(refusal: { code: string; status: FailureStatus; message: Said } & FailureDetails) {
    super(refusal.message())
    this.code = refusal.code
    this.status = refusal.status
    this.say = refusal.message
    this.details = refusal
  }
}

/** Absent and not visible are the same answer. `path` names the place in the request where the name stood. */
export function notFound(what: string, path?: string): Failure {
  const message = (): string => refusalText('absent')
  return new Failure({ code: `${what}.not_found`, status: 404, message, ...(path ? { errors: [{ path, message }] } : {}) })
}

/** Seen, but not allowed. `message` says who may. */
export function forbidden(code: string, message: Said): Failure {
  return new Failure({ code, status: 403, message })
}

/** A conflict with what is already so. `message` says what is, and who made it so. */
export function conflict(code: string, message: Said, extra?: Record<string, unknown>): Failure {
  return new Failure({ code, status: 409, message, ...(extra ? { extra } : {}) })
}

/** Fields that cannot be accepted, each with its place and what to write instead. */
export function invalid(errors: readonly FieldError[]): Failure {
  return new Failure({ code: 'request.invalid', status: 422, message: () => errors.map(sentence).join(' '), errors })
}

function sentence({ path, message }: FieldError): string {
  const what = asSentence(message)()
  return path === '' ? refusalText('wholeRequest', { what }) : refusalText('field', { path, what })
}

/** The same words as a sentence of their own: a note at a field has no full stop. */
export const asSentence =
  (said: Said): Said =>
  () =>
    said().replace(/[.。]?$/, refusalText('stop'))
