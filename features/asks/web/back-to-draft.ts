import { draftText, putDraft } from '#platform/browser/drafts.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import type { PostDraft } from './composing.ts'

/** A post as it is written; of a thread that is opened, with its title; an outcome is its body alone. */
type Written = Pick<PostDraft, 'body'> & Partial<PostDraft> & { readonly title?: string }

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
  const both = { ...since, ...before, body: words.join('\n\n') }
  return {
    ...both,
    ...(both.asks ? { asks: [...(before.asks ?? []), ...(since.asks ?? [])] } : {}),
    ...(both.files ? { files: [...(before.files ?? []), ...(since.files ?? [])] } : {}),
  }
}
