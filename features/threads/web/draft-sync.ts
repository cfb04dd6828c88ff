import { draftText, onDraftGone, putDraft } from '#platform/browser/drafts.ts'
import { RefusedError, call } from '#platform/contract/client.ts'
import { type Draft, type ListedDraft, dropDraft, getDraft, keepDraft, listDrafts } from '../contract/drafts.ts'

/** What this device last knew of a draft on the server: its version and its text. Where the text here is another, it has yet to be sent. */
interface Known {
  readonly version: string
  readonly text: string
  /** What was sent from here since, and may have come without its answer. */
  readonly sent?: string
}

/** Both have been written on since they were the same; null: nothing to choose. */
export type Conflict = Draft | null

const KNOWN = 'draft-known:'
const GONE = 'draft-gone:'
const NONE = 'none'

/** One thing at a time for each draft, in the order it was begun. */
const lines = new Map<string, Promise<unknown>>()

function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
  const before = lines.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  lines.set(
    key,
    mine.catch(() => null),
  )
  return mine
}

/**
 * Makes a draft the same here and on the server: what changed here is sent, what changed there is shown. Answers what stands there where both have
 * changed. `empty` is the text of a draft in which nothing is written. Throws `RefusedError` when the server is not reached.
 */
export function syncDraft(key: string, empty: string): Promise<Conflict> {
  return inTurn(key, async () => {
    await dropGone(key)
    const known = knownOf(key, empty)
    const here = draftText(key) ?? empty
    return here === known.text ? take(key, { known, empty }) : send(key, { known, here, empty })
  })
}

/** Whether a draft is on the server as this text, which is how it is shown here. */
export const isSynced = (key: string, { text, empty }: { readonly text: string; readonly empty: string }): boolean =>
  knownOf(key, empty).text === text

/** Settles a conflict: what stands on the server takes the place of what was written here. */
export function takeTheirs(key: string, theirs: Draft): void {
  const text = JSON.stringify(theirs.value)
  remember(key, { version: theirs.version, text })
  putDraft(key, text)
}

/** Settles a conflict: what was written here is sent in place of what stands there. */
export function keepMine(key: string, theirs: Draft): void {
  remember(key, { version: theirs.version, text: JSON.stringify(theirs.value) })
}

async function take(key: string, { known, empty }: Omit<Sending, 'here'>): Promise<Conflict> {
  const listed = await listedAs(key)
  if (listed?.version === known.version || (!listed && known.version === NONE)) return null
  const theirs = listed && (await call(getDraft, { key }))
  // What was written here while the server was asked stays; it is sent next, and told from theirs by its version.
  if ((draftText(key) ?? empty) !== known.text) return null
  if (theirs) takeTheirs(key, theirs)
  else forget(key, empty)
  return null
}

/** Listed, because one that is not there is no failure. */
const listedAs = async (key: string): Promise<ListedDraft | undefined> => (await call(listDrafts, { key, limit: 1 })).items[0]

/** It was sent, or deleted, on another device. */
function forget(key: string, empty: string): void {
  localStorage.removeItem(KNOWN + key)
  putDraft(key, empty)
}

interface Sending {
  readonly known: Known
  readonly here: string
  readonly empty: string
}

async function send(key: string, { known, here, empty }: Sending): Promise<Conflict> {
  if (here === empty) {
    if (known.version !== NONE) await call(dropDraft, { key })
    localStorage.removeItem(KNOWN + key)
    return null
  }
  // What was sent before may have come, and its answer may not.
  if (known.version === NONE && (await listedAs(key))) return settle(key, { known, here, empty, theirs: await call(getDraft, { key }) })
  remember(key, { ...known, sent: here })
  try {
    const value = JSON.parse(here) as Draft['value']
    const { version } = await call(keepDraft, { key, value }, { ifMatch: `"${known.version}"` })
    remember(key, { version, text: here })
    return null
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 412) throw error
    return settle(key, { known, here, empty, theirs: (error.problem['draft'] ?? null) as Draft | null })
  }
}

/** What was written on here after it was sent elsewhere is a draft of its own; the same text twice is no conflict, nor is what came from here. */
async function settle(key: string, { known, here, empty, theirs }: Sending & { theirs: Draft | null }): Promise<Conflict> {
  if (theirs === null) return send(key, { known: { version: NONE, text: empty }, here, empty })
  const text = JSON.stringify(theirs.value)
  if (text !== here && text !== known.sent) return theirs
  const there = { version: theirs.version, text }
  remember(key, there)
  return text === here ? null : send(key, { known: there, here, empty })
}

/** What was read last, because it is asked for with every key that is pressed. */
let read = { text: '', known: { version: NONE, text: '' } as Known }

function knownOf(key: string, empty: string): Known {
  const text = localStorage.getItem(KNOWN + key)
  if (text === null) return { version: NONE, text: empty }
  if (read.text !== text) read = { text, known: JSON.parse(text) as Known }
  return read.known
}

const remember = (key: string, known: Known): void => localStorage.setItem(KNOWN + key, JSON.stringify(known))

/** Lets go of what was sent on the server as well, before anything else is done about its draft. */
async function dropGone(key: string): Promise<void> {
  if (localStorage.getItem(GONE + key) === null) return
  await call(dropDraft, { key })
  localStorage.removeItem(GONE + key)
  localStorage.removeItem(KNOWN + key)
}

/** Also when the page of what was sent was left meanwhile; without a network once there is one. */
onDraftGone((key) => {
  if (localStorage.getItem(KNOWN + key) === null && !lines.has(key)) return
  localStorage.setItem(GONE + key, '')
  const drop = (): void => {
    inTurn(key, () => dropGone(key)).catch(() => window.addEventListener('online', drop, { once: true }))
  }
  drop()
})
