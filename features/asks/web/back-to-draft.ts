import { draftText, putDraft } from '#platform/browser/drafts.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import type { PostDraft } from './composing.ts'

/** A post as it is written; of a thread that is opened, with its title. */
type Written = PostDraft & { readonly title?: string }

/** Puts what was taken back where it was written, before whatever was written there since. */
export function backToDraft({ draft }: Pick<Waiting, 'draft'>): void {
  if (!draft) return
  const since = draftText(draft.key)
  const text = since === null ? draft.text : JSON.stringify(joined(JSON.parse(draft.text) as Written, JSON.parse(since) as Written))
  putDraft(draft.key, text)
}

/** Two texts as one: nothing of either is lost. */
export function joined(before: Written, since: Written): Written {
  const words = [before.body, since.title, since.body].filter((text) => text !== undefined && text.trim() !== '')
  return { ...since, ...before, body: words.join('\n\n'), asks: [...before.asks, ...since.asks], files: [...before.files, ...since.files] }
}
