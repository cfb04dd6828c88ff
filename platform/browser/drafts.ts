import { behindFrame } from './behind-frame.ts'

const PREFIX = 'draft:'
const COUNT = 'draft-count:'
const PUT = 'draft:put'

/** Told to whoever shows a draft, in this window: it was put from elsewhere, or let go of (null). */
interface Put {
  readonly key: string
  readonly text: string | null
}

/** What is being written and is not stored yet, and how to tell it. */
const fresh = new Map<string, () => string | null>()
/** A text of more characters is long: it is stored behind the frame in which it is shown, and the longer it is the less often. */
const LONG = 10_000
/** Characters for each millisecond of rest after they were stored. */
const PACE = 400
let length = 0

/** What was written under a key as it is kept on this device; null for nothing. */
export function draftText(key: string): string | null {
  const tell = fresh.get(key)
  return tell ? tell() : localStorage.getItem(PREFIX + key)
}

/** Keeps what is being written under a key, at once; a long text a little later, so that no key that is pressed waits for it. */
export function keepDraft(key: string, tell: () => string | null): void {
  if (fresh.size === 0 && length > LONG) behindFrame(storeFresh, length / PACE)
  fresh.set(key, tell)
  if (length <= LONG) storeFresh()
}

/** Puts what was written elsewhere under a key, in place of what stands there. */
export function putDraft(key: string, text: string): void {
  store(key, text)
  tell({ key, text })
}

/** Takes what was written under a key out of its draft, because it stands elsewhere now; not what was written since. */
export function takeFromDraft(key: string, text: string): void {
  if (draftText(key) !== text) return
  store(key, null)
  tell({ key, text: '' })
}

/** Lets go of what was written under a key, whether its page is still shown or not. */
export function letGoOfDraft(key: string): void {
  store(key, null)
  tell({ key, text: null })
}

/** Calls `then` with the key of every draft that is let go of in this window. */
export function onDraftGone(then: (key: string) => void): () => void {
  return onPut(({ key, text }) => text === null && then(key))
}

/** Calls `then` whenever this draft is changed from elsewhere: in this window, or in another of this browser, which writes in the same place. */
export function onDraftPut(key: string, then: () => void): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === PREFIX + key) then()
  }
  const end = onPut((put) => put.key === key && then())
  window.addEventListener('storage', onStorage)
  return () => {
    end()
    window.removeEventListener('storage', onStorage)
  }
}

/** How often a draft was changed on this device. */
export const draftCount = (key: string): number => Number(localStorage.getItem(COUNT + key) ?? 0)

/** Puts back what was written last, where the browser was killed before it had stored all of it. */
export function restoreDraft(key: string, { text, count }: { text: string | null; count: number }): void {
  // What is typed since is newer.
  if (count <= draftCount(key) || draftText(key) !== localStorage.getItem(PREFIX + key)) return
  fresh.delete(key)
  setStored(key, text, count)
  tell({ key, text: text ?? '' })
}

/** Forgets all that is kept of what was written on this device: whoever signs in next is another. */
export function forgetDrafts(): void {
  fresh.clear()
  for (const name of Object.keys(localStorage)) if (name.startsWith('draft')) localStorage.removeItem(name)
}

function storeFresh(): void {
  for (const [key, tell] of fresh) {
    const text = tell()
    if (text !== localStorage.getItem(PREFIX + key)) store(key, text)
    length = text?.length ?? 0
    fresh.delete(key)
  }
}

function store(key: string, text: string | null): void {
  fresh.delete(key)
  const count = draftCount(key) + 1
  setStored(key, text, count)
  // What browsers store so reaches the disk seconds later; of a browser that is killed this one is left.
  void import('./kept-drafts.ts').then(({ keepDraftFast }) => keepDraftFast({ key, text, count }))
}

function setStored(key: string, text: string | null, count: number): void {
  try {
    if (text === null) localStorage.removeItem(PREFIX + key)
    else localStorage.setItem(PREFIX + key, text)
    localStorage.setItem(COUNT + key, String(count))
  } catch {
    // No room. It is still kept in the other place, and soon on the server.
  }
}

function onPut(then: (put: Put) => void): () => void {
  const hear = (event: Event): void => {
    if (event instanceof CustomEvent) then(event.detail as Put)
  }
  window.addEventListener(PUT, hear)
  return () => window.removeEventListener(PUT, hear)
}

function tell(detail: Put): void {
  window.dispatchEvent(new CustomEvent(PUT, { detail }))
}

// Its rules are also read where there is no window.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', storeFresh)
  document.addEventListener('visibilitychange', storeFresh)
}
