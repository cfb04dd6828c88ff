import { restoreDraft } from './drafts.ts'
import { onDevice } from './on-device.ts'

interface KeptDraft {
  readonly key: string
  readonly text: string | null
  /** How often it was changed. */
  readonly count: number
}

/** What is to be kept next, and whether something is just being kept. */
const next = new Map<string, KeptDraft>()
let isKeeping = false

/** Keeps what was written where it is safe at once, also from the end of the browser: the latest of each, one after the other. */
export async function keepDraftFast(draft: KeptDraft): Promise<void> {
  next.set(draft.key, draft)
  if (isKeeping) return
  isKeeping = true
  for (let kept = first(); kept; kept = first()) {
    const draft = kept
    // Without it, what the browser stores by itself is left.
    await onDevice('drafts', 'readwrite', (store) => store.put(draft)).catch(() => null)
  }
  isKeeping = false
}

function first(): KeptDraft | undefined {
  const [draft] = next.values()
  if (draft) next.delete(draft.key)
  return draft
}

/** Puts a draft back as it was when the browser was killed. */
export async function restore(key: string): Promise<void> {
  const kept = (await onDevice('drafts', 'readonly', (store) => store.get(key)).catch(() => undefined)) as KeptDraft | undefined
  if (kept) restoreDraft(key, kept)
}
