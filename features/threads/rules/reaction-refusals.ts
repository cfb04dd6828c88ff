import { conflict, type Failure, invalid } from '#platform/contract/failure.ts'
import { emojiOf, MOST_REACTIONS } from './reactions.ts'
import { refusalText } from './refusal-texts.ts'

/** As `emojiOf`, or 422. */
export function ensureEmoji(text: string): string {
  const emoji = emojiOf(text)
  if (emoji === null) throw invalid([{ path: 'emoji', message: () => refusalText('oneEmoji') }])
  return emoji
}

export const tooManyReactions = (): Failure =>
  conflict('post.many_reactions', () => refusalText('tooManyReactions', { most: MOST_REACTIONS }))
