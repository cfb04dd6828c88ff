import { Failure } from '#platform/contract/failure.ts'
import { changedSince, versionNamed } from '#platform/contract/if-match.ts'
import { refusalText } from './refusal-texts.ts'

/** What a thread says of itself in words, each changed apart: title and purpose, highlights, outcome. */
const texts = ['named', 'highlights', 'outcome'] as const
type Text = (typeof texts)[number]
const BETWEEN = '~'
export const NO_TEXT = 'none'

/** Which text of highlights or of an outcome stands, by when it was written. */
export const textVersion = (at: Temporal.Instant): string => String(at.epochMilliseconds)

/** The version of a thread, as its `ETag` names it: those of its texts. */
export const versionOfTexts = (versions: Readonly<Record<Text, string>>): string => texts.map((text) => versions[text]).join(BETWEEN)

interface Replaced {
  readonly of: Text
  /** Of what stands there. */
  readonly version: string
  readonly by?: { readonly handle: string; readonly name: string; readonly at: Temporal.Instant } | undefined
}

/**
 * A change of one of a thread's texts names what it takes the place of, when it names anything: the version of that text, `"none"` where there was none,
 * or the `ETag` of the thread, of whose texts the others may have changed. Throws 412 `thread.text_changed` with whoever wrote what stands.
 */
export function ensureSameText(ifMatch: string | null, { of, version, by }: Replaced): void {
  const named = versionNamed(ifMatch)
  if (named === null) return
  const parts = named.split(BETWEEN)
  if ((parts.length === 1 ? named : parts[texts.indexOf(of)]) === version) return
  if (of === 'named') throw changedSince('thread.text_changed')
  throw new Failure({
    code: 'thread.text_changed',
    status: 412,
    message: () => (by ? refusalText('textChangedBy', { name: by.name }) : refusalText('textGone')),
    ...(by ? { extra: { by: { handle: by.handle, name: by.name }, at: by.at.toString() } } : {}),
  })
}

/** What stands in a place, as a change of it takes it for replaced. */
export const standing = (of: Exclude<Text, 'named'>, by: Replaced['by']): Replaced => ({
  of,
  version: by ? textVersion(by.at) : NO_TEXT,
  by,
})
