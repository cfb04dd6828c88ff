import {
  type Query,
  type QueryClient,
  type QueryKey,
  type UseQueryResult,
  keepPreviousData,
  queryOptions,
  useQuery,
} from '@tanstack/react-query'
import { type RefusedError, call } from '#platform/contract/client.ts'
import type { Endpoint, OutputOf, RequestOf } from '#platform/contract/endpoint.ts'
import { noteAnswered } from './answered-to.ts'

/** What an endpoint answers to this input, kept and shared under the endpoint's name. For routes that load before they show. */
export function answerOptions<E extends Endpoint>(endpoint: E, input: RequestOf<E>) {
  return queryOptions<OutputOf<E>, RefusedError>({
    queryKey: [endpoint.name, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal, onPosition: noteAnswered }),
    meta: metaOf(endpoint),
  })
}

/** What is known of an answer by its endpoint, for whoever keeps it. */
export const metaOf = ({ method, access }: Endpoint): { method: string; access: string } => ({ method, access })

interface Asking {
  /** False while something it needs is not known yet. */
  readonly enabled?: boolean
  /** Shows what was last answered to other input until this answer is there. */
  readonly keepLast?: boolean
  /** For how many milliseconds an answer is not asked for again just because something else shows it. */
  readonly staleTime?: number
}

/** What an endpoint answers, kept up to date while it is shown. */
export function useAnswer<E extends Endpoint>(
  endpoint: E,
  input: RequestOf<E>,
  { enabled = true, keepLast = false, staleTime = 0 }: Asking = {},
): UseQueryResult<OutputOf<E>, RefusedError> {
  return useQuery({ ...answerOptions(endpoint, input), enabled, staleTime, ...(keepLast ? { placeholderData: keepPreviousData } : {}) })
}

const others = new BroadcastChannel('answers')

/** Makes everything that these endpoints answered be asked for again where it is shown, in other windows as well. */
export async function refresh(client: QueryClient, endpoints: readonly Pick<Endpoint, 'name'>[]): Promise<void> {
  const names = endpoints.map(({ name }) => name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel does not leave its origin, and takes none
  if (names.length > 0) others.postMessage(names)
  await askAgain(client, names)
}

/** Asks again for what other windows have changed; where a window is not looked at, once it is. */
export function refreshWithOthers(client: QueryClient): void {
  others.addEventListener('message', ({ data }) => void askAgain(client, data as readonly string[]))
}

/** Makes what these endpoints answered be asked for again in this window. */
export async function askAgain(client: QueryClient, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => askAgainFor(client, [name])))
}

/**
 * Makes what was answered under a key be asked for again where it is shown; where a window is not looked at, once it is. The library lets a first
 * question go on, whatever is said meanwhile: its answer may be from before, so that is asked once more behind it.
 */
export async function askAgainFor(client: QueryClient, queryKey: QueryKey): Promise<void> {
  const isFirst = ({ state }: Query): boolean => state.fetchStatus === 'fetching' && state.data === undefined
  const first = client.getQueryCache().findAll({ queryKey, predicate: isFirst })
  const known = { queryKey, refetchType: document.visibilityState === 'visible' ? 'active' : 'none' } as const
  await Promise.all([client.invalidateQueries(known), ...first.map(hasEnded)])
  if (first.length > 0) await client.invalidateQueries({ ...known, predicate: (query) => first.includes(query) })
}

/** The answer of a question under way is there, or why there is none. */
async function hasEnded({ promise }: Query): Promise<void> {
  await promise?.catch(() => null)
  // What it brought is kept right behind.
  await new Promise((resolve) => setTimeout(resolve))
}
