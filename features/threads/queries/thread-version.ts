import { digestOf } from '#platform/http/entity-tag.ts'
import type { ThreadHead } from '../contract/thread.ts'
import { NO_TEXT, versionOfTexts } from '../rules/kept-text.ts'

/** The version of title and purpose: the same words have the same. */
export const namedVersion = ({ title, purpose }: Pick<ThreadHead, 'title' | 'purpose'>): string =>
  digestOf(JSON.stringify([title, purpose]))

/** The version of a thread: another with each change of the texts it has of its own. What is written or read in it changes nothing. */
export function threadVersion(thread: Pick<ThreadHead, 'title' | 'purpose' | 'highlights' | 'outcome'>): string {
  const { highlights, outcome } = thread
  return versionOfTexts({ named: namedVersion(thread), highlights: highlights?.version ?? NO_TEXT, outcome: outcome?.version ?? NO_TEXT })
}
