import { conflict, Failure, invalid } from '#platform/contract/failure.ts'
import { namesVersion } from '#platform/contract/if-match.ts'
import type { Draft } from '../contract/drafts.ts'
import { refusalText } from './refusal-texts.ts'

/** In characters of JSON: more than the longest post with twenty asks. */
const LONGEST = 500_000
/** A person may write in so many places at once. */
export const MOST_DRAFTS = 200
/** So many days after nothing has happened to it, a draft is swept away. */
export const DRAFT_DAYS = 365

/** A draft as it is kept. Throws 422 for what is too long. */
export function draftText(value: Draft['value']): string {
  const text = JSON.stringify(value)
  if (text.length > LONGEST) throw invalid([{ path: 'value', message: () => refusalText('draftLong', { most: LONGEST }) }])
  return text
}

/** Last write wins, unless it names what it was written on and that is no longer what stands: throws 412 with what does. */
export function ensureSameDraft(ifMatch: string | null, current: Draft | null): void {
  if (!namesVersion(ifMatch, current?.version ?? 'none')) throw draftChanged(current)
}

export const draftChanged = (current: Draft | null): Failure =>
  new Failure({
    code: 'draft.changed',
    status: 412,
    message: () => refusalText('draftChanged'),
    extra: { draft: current },
  })

export const tooManyDrafts = (): Failure => conflict('draft.too_many', () => refusalText('tooManyDrafts', { most: MOST_DRAFTS }))
