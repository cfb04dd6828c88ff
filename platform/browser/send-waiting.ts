import { listWaiting, putWaiting, removeWaiting } from './outbox-entries.ts'
import type { Waiting, WaitingRequest } from './waiting.ts'

/** What is told to all windows of this browser. */
export type OutboxNews =
  | { readonly kind: 'changed' }
  | { readonly kind: 'sent'; readonly entry: Waiting; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly entry: Waiting }

/** `idle`: there was nothing to send. `done`: it was answered. `unreached`: the server was not. `stopped`: whoever wrote it has to sign in again. */
export type SendingEnd = 'idle' | 'done' | 'unreached' | 'stopped'

/** The name of the channel on which news of the outbox is told, and of the lock that is held while it is emptied. */
export const OUTBOX = 'outbox'
const PATIENCE = 20_000

/** Sends what waits, each thing once and in its order; in one place of this browser at a time. Runs in windows and in the service worker. */
export function sendWaiting(): Promise<SendingEnd> {
  return inOutbox(async () => {
    const channel = new BroadcastChannel(OUTBOX)
    try {
      return await sendAll((news) => tellOutbox(channel, news))
    } finally {
      channel.close()
    }
  })
}

/** Tells what became of the outbox, in this window as well. */
export function tellOutbox(channel: BroadcastChannel, news: OutboxNews): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel does not leave its origin, and takes none
  channel.postMessage(news)
}

/** Does something while nothing is being sent. */
export async function inOutbox<Result>(work: () => Promise<Result>): Promise<Result> {
  // Without locks, which browsers keep for https and this machine, a key sees to it that what is sent twice is done once.
  if (!('locks' in navigator)) return work()
  return (await navigator.locks.request(OUTBOX, work)) as Result
}

async function sendAll(tell: (news: OutboxNews) => void): Promise<SendingEnd> {
  let end: SendingEnd = 'idle'
  for (let entry = firstToSend(await listWaiting()); entry; entry = firstToSend(await listWaiting())) {
    end = await sendOne(entry, tell)
    if (end !== 'done') return end
  }
  return end
}

/** The lines in which something was refused, which holds back what was written behind it. */
export function heldLines(all: readonly Waiting[]): ReadonlySet<string> {
  return new Set(all.filter(({ refusal }) => refusal !== null).map(({ line }) => line))
}

function firstToSend(all: readonly Waiting[]): Waiting | undefined {
  const held = heldLines(all)
  return all.find(({ line }) => !held.has(line))
}

async function sendOne(entry: Waiting, tell: (news: OutboxNews) => void): Promise<SendingEnd> {
  const { status, body } = await answerTo(entry)
  if (status === 401 || body['code'] === 'session.other_person') return 'stopped'
  if (status === 0 || status === 429 || status >= 502) {
    await putWaiting({ ...entry, tries: entry.tries + 1 })
    tell({ kind: 'changed' })
    return 'unreached'
  }
  if (status >= 400) {
    const refused = { ...entry, refusal: { status, problem: body } }
    // A mark that nobody has to know of is of no use any more.
    await (entry.isQuiet ? removeWaiting(entry.seq) : putWaiting(refused))
    tell({ kind: 'refused', entry: refused })
  } else if (entry.next) {
    await putWaiting(followed(entry, entry.next.request, body))
    tell({ kind: 'changed' })
  } else {
    await removeWaiting(entry.seq)
    tell({ kind: 'sent', entry, answer: body })
  }
  return 'done'
}

/** In the same place as what it follows, so that it is there or the other, whatever is killed. */
export function followed(entry: Waiting, request: WaitingRequest, made: Readonly<Record<string, unknown>>): Waiting {
  const { key = '', fills = '' } = entry.next ?? {}
  return { ...entry, key, next: null, request: { ...request, body: { ...request.body, [fills]: made['id'] } } }
}

/** What the server says to something that waits. Status 0: it was not reached, or did not answer in time. */
export async function answerTo({
  request,
  key,
  person,
  language,
}: Waiting): Promise<{ status: number; body: Readonly<Record<string, unknown>> }> {
  // What was under way when the network went is not heard of again.
  const offline = new AbortController()
  const stop = (): void => offline.abort()
  addEventListener('offline', stop)
  try {
    const response = await fetch(`/api/v1${request.path}`, {
      method: request.method,
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(person === null ? {} : { 'baton-person': person }),
        // The service worker does not know who reads.
        ...(language === undefined ? {} : { 'accept-language': language }),
        ...(request.ifMatch === undefined ? {} : { 'if-match': `"${request.ifMatch}"` }),
      },
      body: JSON.stringify(request.body),
      signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), offline.signal]),
    })
    // A success in other words is not Baton's: networks on trains answer by themselves.
    const body = (await (response.ok ? response.json() : response.json().catch(() => ({})))) as Readonly<Record<string, unknown>>
    return { status: response.status, body }
  } catch {
    return { status: 0, body: {} }
  } finally {
    removeEventListener('offline', stop)
  }
}
