import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { RefusedError, requestOf } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'
import { newKey } from './new-key.ts'
import type { Outcome } from './outbox.ts'
import { owner } from './owner.ts'
import { draftText, letGoOfDraft, takeFromDraft } from './drafts.ts'
import type { Following, Waiting, WaitingRequest } from './waiting.ts'

interface Queueing {
  /** What is in one line is sent in order. */
  readonly line: string
  /** What it is about, in words that are shown while it waits. */
  readonly about: string
  /** What shows something else once it is done. */
  readonly refreshes?: readonly Pick<Endpoint, 'name'>[]
  /** The key of the draft that this sends. */
  readonly draft?: string
  /** It takes the place of what waits in its line. */
  readonly replaces?: boolean
  /** Nobody has to know that it waits. */
  readonly isQuiet?: boolean
}

interface Ways<E extends Endpoint> {
  readonly onSent?: (answer: OutputOf<E>) => void
  /** It is kept, and leaves when it can. */
  readonly onWaits?: () => void
  readonly onRefused?: (error: RefusedError) => void
  /** What it is about, and its line, where each thing sent is about another. */
  readonly about?: string
  readonly line?: string
  /** Whom it names, as they are called. */
  readonly whom?: string | undefined
  /** The version of a text that it takes the place of. */
  readonly ifMatch?: string
  /** What is sent behind it, given the id of what it made. */
  readonly next?: Following | undefined
}

/** It is done, or is kept and leaves when it can. */
export type Sent = 'sent' | 'waits'

export interface Queue<E extends Endpoint> {
  readonly send: (input: RequestOf<E>, ways?: Ways<E>) => void
  /** It was sent just now, and it is not known yet whether it waits. */
  readonly isSending: boolean
  /** Why it was refused at once. */
  readonly error: RefusedError | null
}

/** What a request to an endpoint is, for something that is to follow another. */
export function waitingRequest<E extends Endpoint>(endpoint: E, input: RequestOf<E>): WaitingRequest {
  return { name: endpoint.name, method: endpoint.method, ...requestOf(endpoint, input) }
}

/**
 * Sends something that may wait: it is kept on this device before it leaves, so that it leaves once, in its order, whatever is closed or killed meanwhile.
 */
export function useQueue<E extends Endpoint>(endpoint: E, queueing: Queueing): Queue<E> {
  const client = useQueryClient()
  const last = useRef({ text: '', key: '' })
  const [state, set] = useState<Pick<Queue<E>, 'isSending' | 'error'>>({ isSending: false, error: null })
  const send = async (
    input: RequestOf<E>,
    { onSent, onWaits, onRefused, about = queueing.about, line = queueing.line, whom, ifMatch, next }: Ways<E>,
  ): Promise<void> => {
    set({ isSending: true, error: null })
    try {
      const text = JSON.stringify(input)
      if (last.current.text !== text) last.current = { text, key: newKey() }
      const request = { ...waitingRequest(endpoint, input), ifMatch }
      const entry = entryOf(request, { ...queueing, about, line }, { key: last.current.key, whom, next })
      const outcome = await leave(client, entry, queueing.replaces)
      last.current = { text: '', key: '' }
      set({ isSending: false, error: null })
      if (outcome === 'waits') onWaits?.()
      else onSent?.(outcome.answer as OutputOf<E>)
    } catch (thrown) {
      const error = thrown instanceof RefusedError ? thrown : new RefusedError(0, {})
      set({ isSending: false, error })
      onRefused?.(error)
    }
  }
  return { ...state, send: (input, ways = {}) => void send(input, ways) }
}

type Entry = Omit<Waiting, 'seq' | 'tries' | 'refusal'>

interface Sending {
  readonly key: string
  readonly whom: string | undefined
  readonly next: Following | undefined
}

function entryOf(request: WaitingRequest, queueing: Queueing, { key, whom, next }: Sending): Entry {
  const { line, about, draft, refreshes = [], isQuiet = false } = queueing
  const text = draft === undefined ? null : draftText(draft)
  return {
    key,
    person: owner(),
    line,
    about,
    request,
    next: next ?? null,
    whom,
    draft: draft === undefined || text === null ? null : { key: draft, text },
    refreshes: refreshes.map(({ name }) => name),
    isQuiet,
  }
}

async function leave(client: QueryClient, entry: Entry, replaces = false): Promise<Outcome> {
  const { keepSending, sendInTurn } = await import('./outbox.ts')
  keepSending(client)
  const outcome = await sendInTurn(entry, replaces)
  const { key, text } = entry.draft ?? { key: '', text: '' }
  if (outcome === 'waits') takeFromDraft(key, text)
  else if (entry.draft && draftText(key) === text) letGoOfDraft(key)
  return outcome
}
