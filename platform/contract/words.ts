import type { z } from 'zod'
import type { Said } from './failure.ts'
import { refusalText } from './refusal-texts.ts'

/**
 * What a schema says of what it refuses, where there is more to say than what is wrong: `z.array(name).max(8, words(() => t('eightAtMost')))`. An issue
 * brings its words along, to be spoken once it is known who reads them; its `message` is English, for logs.
 */
export function words(say: Said): { readonly error: (issue: z.core.$ZodRawIssue) => string } {
  const error = (issue: z.core.$ZodRawIssue): string => {
    issue['say'] = say
    return say()
  }
  return { error }
}

/** The words that an issue brings along; null for one without. */
export const wordsOf = (issue: object): Said | null => ('say' in issue && isSaid(issue.say) ? issue.say : null)

const isSaid = (value: unknown): value is Said => typeof value === 'function'

export const asDate: Said = () => refusalText('writeDate', { example: '2026-11-23' })
export const asInstant: Said = () => refusalText('writeInstant', { example: '2026-11-23T09:00:00Z' })
