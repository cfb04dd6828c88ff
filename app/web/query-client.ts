import { MutationCache, type Query, QueryCache, QueryClient } from '@tanstack/react-query'
import { answerOrKept, isFromDevice } from '#platform/browser/answer-or-kept.ts'
import { noteOwner } from '#platform/browser/owner.ts'
import { getReach, onReach, tellReach } from '#platform/browser/reach.ts'
import { noteWishes } from '#platform/browser/speech.ts'
import { RefusedError, isUnreachable } from '#platform/contract/client.ts'
import { noteKeys } from './own-keys.ts'
import { t } from './texts.ts'
import { ownerOf, unpackToday, wishesOf } from './unpack-today.ts'

const triesWhenUnreachable = 2

/** Keeps what the server answered. `onSignedOut` is called when it no longer knows who asks. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (isSignedOut(error)) onSignedOut()
  }
  const onSuccess = (data: unknown, query: Query<unknown, unknown, unknown>): void => {
    const { queryKey } = query
    const person = ownerOf(queryKey, data)
    if (person !== null) noteOwner(person)
    if (person !== null && !isFromDevice(query)) {
      noteWishes(wishesOf(data))
      void noteKeys(wishesOf(data))
    }
    unpackToday(client, queryKey, data)
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError, onSuccess }),
    mutationCache: new MutationCache({ onError, onSettled: (_, error) => hasAnswered(error) && tellReach(true) }),
    defaultOptions: {
      queries: {
        gcTime: 30 * 60_000,
        // Without a network a page says so at once, and comes by itself when there is one.
        networkMode: 'always',
        persister: (ask, context, query) => answerOrKept({ client, query, ask: () => ask(context), nothingKept: t('neverRead') }),
        refetchOnReconnect: true,
        retry: (failures, error) => navigator.onLine && isUnreachable(error) && failures < triesWhenUnreachable,
      },
    },
  })
  onReach(() => {
    if (getReach().state === 'reached') void client.refetchQueries({ type: 'active', predicate: isFromBefore }, { cancelRefetch: false })
  })
  return client
}

/** It was shown, or failed, while the server could not be reached. */
const isFromBefore = (query: Query): boolean => isFromDevice(query) || isUnreachable(query.state.error)

/** Whether the server said something, be it a refusal. */
const hasAnswered = (error: unknown): boolean => error === null || (error instanceof RefusedError && !isUnreachable(error))

function isSignedOut(error: unknown): boolean {
  return error instanceof RefusedError && error.status === 401
}
