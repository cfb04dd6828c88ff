import type { Waiting } from '#platform/browser/waiting.ts'

/** What is written in a thread is sent in its order. */
export const lineOf = (number: number): string => `thread:${number}`

/** What somebody wrote in something that waits, as they wrote it; empty for what has no words. */
export function wordsIn({ request, next }: Waiting): string {
  const body = request.body['body'] ?? next?.request.body['body']
  return typeof body === 'string' ? body : ''
}

/** Whom it asks. */
export function askedIn({ request }: Waiting): string[] {
  const { asks } = request.body
  return Array.isArray(asks) ? (asks as readonly { to: string; text: string }[]).map(({ to, text }) => `@${to}: ${text}`) : []
}

/** The id of the ask that it answers; null when it answers none. */
export function answeredBy({ request, next }: Waiting): string | null {
  const path = request.name === 'answerAsk' ? request.path : next?.request.name === 'answerAsk' ? next.request.path : ''
  return /^\/asks\/([^/]+)\/answer$/.exec(path)?.[1] ?? null
}
