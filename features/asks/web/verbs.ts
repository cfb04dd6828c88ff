import type { IconName } from '#ui/icon-paths.ts'
import type { Ask } from '../contract/ask.ts'
import { t } from './row-texts.ts'

export const verbOrder: readonly Ask['verb'][] = ['answer', 'review', 'decide', 'do']

export const verbIcons: Readonly<Record<Ask['verb'], IconName>> = {
  answer: 'message-circle-question-mark',
  review: 'glasses',
  decide: 'signpost',
  do: 'square-check',
}

const keys = { answer: 'verbAnswer', review: 'verbReview', decide: 'verbDecide', do: 'verbDo' } as const

/** What is wanted, as a word on the screen. */
export const verbText = (verb: Ask['verb']): string => t(keys[verb])
