import { invalid } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** Where the answer to an ask stands: a post of its own thread, or something elsewhere. */
export interface AnswerPlace {
  readonly threadId: string
  readonly number: number
  /** Null for a thread as a whole. */
  readonly postId: string | null
}

/** What stands in the ask's own thread answers as it stands: it is a post, not the one the ask was made in, and nothing is added to it. */
export function ensureAnswersHere(ask: { readonly postId: string }, place: AnswerPlace, body: string | undefined): string {
  if (place.postId === null) throw invalid([{ path: 'thread', message: () => refusalText('isOwnThread') }])
  if (place.postId === ask.postId) throw invalid([{ path: 'post', message: () => refusalText('isOwnPost') }])
  if (body !== undefined) throw invalid([{ path: 'body', message: () => refusalText('answersAsItStands') }])
  return place.postId
}

/** The post that leads from the ask's thread to where its answer stands: what was written about it, and the thread's number. */
export function linkingText({ number }: AnswerPlace, body: string | undefined): string {
  const link = `#${number}`
  if (body === undefined) return link
  return new RegExp(`(?<![\\w#&/])${link}(?![\\w-])`).test(body) ? body : `${body}\n\n${link}`
}
