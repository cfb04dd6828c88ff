import { type Queue, useQueue } from '#platform/browser/use-queue.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import type { Ask } from '../contract/ask.ts'
import { showsAsks } from './shows-asks.ts'
import { lineOf } from './waiting-words.ts'

interface Acting {
  /** What else shows it. */
  readonly refreshes?: readonly Endpoint[]
  /** The key of the draft of what is written for it. */
  readonly draft?: string
}

/** Sends what the reader does about an ask, in the order of what they write in its thread. */
export function useAskAct<E extends Endpoint>(endpoint: E, ask: Ask, { refreshes = [], ...draft }: Acting = {}): Queue<E> {
  return useQueue(endpoint, { line: lineOf(ask.number), about: ask.text, refreshes: [...showsAsks, ...refreshes], ...draft })
}
