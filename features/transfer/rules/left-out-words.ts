import { MOST_REACTIONS } from '#features/threads/rules/reactions.ts'
import { saidAgain } from '#platform/text/kept-words.ts'
import type { LeftOut } from './left-out.ts'
import { leftOutText } from './refusal-texts.ts'
import type { Skipped } from './tally.ts'

/** What was left out, said in the language of whoever reads it. */
export function saidLeftOut({ reason, count, examples }: Skipped) {
  const said = examples.map((example) => (typeof example === 'string' ? example : saidAgain(example)))
  return { code: reason, reason: wordsFor(reason), count, examples: said }
}

const wordsFor = (reason: LeftOut): string =>
  reason === 'manyReactions' ? leftOutText(reason, { most: MOST_REACTIONS }) : leftOutText(reason)
