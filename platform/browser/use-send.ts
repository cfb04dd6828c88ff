import { type UseMutationResult, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'
import { newKey } from './new-key.ts'
import { refresh } from './use-answer.ts'
import { draftText, letGoOfDraft } from './drafts.ts'

interface Sending {
  /** What shows something else once this is done. */
  readonly refreshes?: readonly Endpoint[]
  /** The version of a text that is being replaced. */
  readonly ifMatch?: string
  /** The key of the draft that this sends. It is let go once it is sent, even when its page was left meanwhile. */
  readonly draft?: string
}

/**
 * Sends something that changes the data. Without a network it waits (`isPaused`) and leaves when there is one; the same thing sent again
 * after a failure bears the same key, so that it is done once however often it is tried.
 */
export function useSend<E extends Endpoint>(
  endpoint: E,
  { refreshes = [], ifMatch, draft }: Sending = {},
): UseMutationResult<OutputOf<E>, RefusedError, RequestOf<E>> {
  const client = useQueryClient()
  const last = useRef({ text: '', key: '' })
  return useMutation({
    mutationKey: [endpoint.name, draft],
    // One after the other: of two wishes about the same the last one stands.
    scope: { id: endpoint.name },
    onMutate: () => (draft === undefined ? null : draftText(draft)),
    mutationFn: (input: RequestOf<E>) => {
      const text = JSON.stringify(input)
      if (last.current.text !== text) last.current = { text, key: newKey() }
      return call(endpoint, input, { idempotencyKey: last.current.key, ifMatch })
    },
    onSuccess: (_answer, _input, sent) => {
      last.current = { text: '', key: '' }
      // What was written there while it was on its way is not sent yet.
      if (draft !== undefined && draftText(draft) === sent) letGoOfDraft(draft)
      // Not waited for: what follows a success is done even when the new answers take away what asked for it.
      void refresh(client, refreshes)
    },
  })
}

/** How many things wait for the network. */
export function usePaused(): number {
  return useMutationState({ filters: { predicate: ({ state }) => state.isPaused }, select: () => true }).length
}
