import type { QueryClient } from '@tanstack/react-query'
import { acceptedLanguage, RefusedError } from '#platform/contract/client.ts'
import { listWaiting, putWaiting, removeWaiting } from './outbox-entries.ts'
import { getReach, onReach, tellReach } from './reach.ts'
import { OUTBOX, type OutboxNews, answerTo, followed, heldLines, inOutbox, sendWaiting, tellOutbox } from './send-waiting.ts'
import { askAgain } from './use-answer.ts'
import { draftText, letGoOfDraft, takeFromDraft } from './drafts.ts'
import { type Waiting, isAnyWaiting, showWaiting } from './waiting.ts'

/** What came of something sent: an answer, or it waits. */
export type Outcome = { readonly answer: unknown } | 'waits'

/** For how many milliseconds a form waits for the answer before it lets go of what it sent. */
const PATIENCE = 4_000
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 300_000

/** What was sent just now: the form it was sent from still shows it, and is told what comes of it. */
const inForms = new Map<string, PromiseWithResolvers<Outcome>>()
const news = new BroadcastChannel(OUTBOX)
/** How often in a row the server was tried in vain while there was a network; without one, trying says nothing of it. */
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
/** Whose answers this window shows, once what waits is sent from here. */
let shown: QueryClient | null = null

/** Sends what waits whenever it could be sent, for as long as this window is open; once for each. */
export function keepSending(client: QueryClient): void {
  if (shown !== null) return
  shown = client
  new BroadcastChannel(OUTBOX).addEventListener('message', ({ data }) => void hear(data as OutboxNews, client))
  onReach(() => getReach().state === 'reached' && void attemptAnew())
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendNow())
  void begin()
}

/** Sends what waits now, because it may be possible: somebody has signed in, or looks. */
export function sendNow(): void {
  if (isAnyWaiting()) void attemptAnew()
}

/** What was in vain before says nothing of what is so now. */
function attemptAnew(): Promise<void> {
  failures = 0
  return attempt()
}

async function begin(): Promise<void> {
  await inOutbox(async () => {
    // It was kept, and its window was killed before it could let go of the draft.
    for (const { key, draft } of await listWaiting()) if (draft && !inForms.has(key)) takeFromDraft(draft.key, draft.text)
  })
  await attempt()
}

/** Keeps something on this device and sends it in its turn. Throws `RefusedError` when it is refused at once: then it does not wait. */
export async function sendInTurn(written: Omit<Waiting, 'seq' | 'tries' | 'refusal' | 'language'>, replaces: boolean): Promise<Outcome> {
  const entry = { ...written, language: acceptedLanguage(), tries: 0, refusal: null }
  const form = Promise.withResolvers<Outcome>()
  inForms.set(entry.key, form)
  const patience = setTimeout(() => form.resolve('waits'), PATIENCE)
  try {
    if (replaces) await dropLine(entry.line)
    const seq = await putWaiting(entry).catch(() => null)
    if (seq === null) return await sendWithoutKeeping({ ...entry, seq: 0 })
    void attempt()
    return await form.promise
  } finally {
    clearTimeout(patience)
    inForms.delete(entry.key)
    await changed()
  }
}

/** Takes something back that was not sent yet; what it held back is sent. False when it was sent meanwhile. */
export async function takeBack(entry: Waiting): Promise<boolean> {
  const wasThere = await inOutbox(async () => {
    const isThere = (await listWaiting()).some(({ key }) => key === entry.key)
    if (isThere) await removeWaiting(entry.seq)
    return isThere
  })
  await changed()
  sendNow()
  return wasThere
}

/** Sends something in its place once more: what was refused, or what was taken back. */
export async function sendAgain(entry: Waiting): Promise<void> {
  await putWaiting({ ...entry, refusal: null })
  await changed()
  await attempt()
}

async function hear(told: OutboxNews, client: QueryClient): Promise<void> {
  if (told.kind === 'sent') {
    const { entry, answer } = told
    if (entry.draft) letGo(entry.draft)
    const form = inForms.get(entry.key)
    form?.resolve({ answer })
    // What nobody has to know of is known in the window that it comes from.
    if (!form || !entry.isQuiet) void askAgain(client, entry.refreshes)
  }
  if (told.kind === 'refused') await refuse(told.entry)
  const left = await look()
  // Whichever window sends it may be closed before it could.
  if (left.length > 0) timer ??= later()
}

/** Not of what was written there since. */
function letGo({ key, text }: NonNullable<Waiting['draft']>): void {
  if (draftText(key) === null || draftText(key) === text) letGoOfDraft(key)
}

/** In the form it was sent from, it is refused as anything else is. */
async function refuse({ key, seq, refusal }: Waiting): Promise<void> {
  const form = inForms.get(key)
  if (!form || !refusal) return
  await removeWaiting(seq)
  form.reject(new RefusedError(refusal.status, refusal.problem))
}

async function attempt(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const wasOffline = getReach().state === 'offline'
  const end = await sendWaiting()
  if (end === 'done' || end === 'unreached') tellReach(end === 'done')
  // It is refused as what is shown would be: that leads to the sign-in, or shows what whoever is signed in now may see.
  if (end === 'stopped') void shown?.refetchQueries({ type: 'active' })
  const isEmptied = end === 'idle' || end === 'done'
  if (isEmptied) failures = 0
  else if (!wasOffline) failures += 1
  const all = await look()
  const held = heldLines(all)
  // What cannot leave now waits, and no form has to wait with it. What came in since is sent in its turn.
  for (const { key, line, refusal } of all) if (refusal === null && (!isEmptied || held.has(line))) inForms.get(key)?.resolve('waits')
  if (isEmptied) return
  timer ??= later()
  void askForSync()
}

/** The longer it was in vain, the later. Without a network it is not tried until there is one; a browser may be wrong about that, so rarely. */
function later(): ReturnType<typeof setTimeout> {
  const isOffline = getReach().state === 'offline'
  const pause = isOffline ? LONGEST_PAUSE : Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.max(0, failures - 1))
  return setTimeout(() => void attempt(), pause)
}

/** Shows what waits, other than what a form still shows. */
async function look(): Promise<readonly Waiting[]> {
  const all = await listWaiting()
  showWaiting(all.filter(({ key }) => !inForms.has(key)))
  return all
}

async function changed(): Promise<void> {
  await look()
  tellOutbox(news, { kind: 'changed' })
}

async function dropLine(line: string): Promise<void> {
  const earlier = (await listWaiting()).filter((one) => one.line === line)
  await Promise.all(earlier.map(({ seq }) => removeWaiting(seq)))
}

/** Where a device keeps nothing, or has no room, what is written is sent from the form, or stays in it. */
async function sendWithoutKeeping(entry: Waiting): Promise<Outcome> {
  const { status, body } = await answerTo(entry)
  if (status === 0 || status >= 400) throw new RefusedError(status, body)
  return entry.next ? sendWithoutKeeping(followed(entry, entry.next.request, body)) : { answer: body }
}

interface Syncing {
  readonly sync?: { register(tag: string): Promise<void> }
}

/** Where browsers have it, they send what waits when the network is back, also when no window is open any more. */
async function askForSync(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const registration: (ServiceWorkerRegistration & Syncing) | undefined = await navigator.serviceWorker.getRegistration()
  await registration?.sync?.register(OUTBOX).catch(() => null)
}
